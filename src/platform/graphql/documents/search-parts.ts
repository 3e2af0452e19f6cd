import { isObject, type RequestParts } from './document-of.js';

/** The parts of a GET, read from its query string (with or without the `?`). */
export function partsOfSearch(
  search: string,
): { readonly parts: RequestParts } | { readonly parts: null; readonly message: string } {
  const parameters = new URLSearchParams(search);
  const twice = ['query', 'documentId', 'operationName', 'variables', 'extensions'].find(
    (name) => parameters.getAll(name).length > 1,
  );
  if (twice !== undefined) return { parts: null, message: `\`${twice}\` is there more than once.` };
  const extensions = parsed(parameters.get('extensions'));
  if (extensions !== null && !isObject(extensions)) {
    return { parts: null, message: '`extensions` in the address is an object in JSON.' };
  }
  const { query, documentId, operationName } = Object.fromEntries(parameters);
  const variables = parsed(parameters.get('variables'));
  // What is no JSON is Apollo's to refuse, and must not look like none.
  return {
    parts: { query, documentId, operationName, variables: variables === undefined ? '' : variables, extensions },
  };
}

/** Null where there is none; undefined where it is no JSON. */
function parsed(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
