import { isObject } from './document-of.js';
import type { Admission } from './documents.js';

type Runnable = Exclude<Admission, { kind: 'none' | 'refused' }>;

/**
 * The body of a POST that names its document as Apollo knows it: by `query`, by `extensions.persistedQuery`, or by both
 * to register one. A trusted document goes by its hash alone, so that nobody measures its text.
 */
export function bodyForApollo(body: Readonly<Record<string, unknown>>, admission: Runnable): Record<string, unknown> {
  const { query: _query, documentId: _documentId, extensions, ...rest } = body;
  const named = nameOf(admission, extensions);
  // Extensions that are no object are Apollo's to refuse.
  return { ...rest, ...(extensions !== undefined && { extensions }), ...named };
}

/** As `bodyForApollo`, for the query string of a GET; with the `?`. */
export function searchForApollo(search: string, admission: Runnable): string {
  const parameters = new URLSearchParams(search);
  const given = parameters.get('extensions');
  const { query, extensions } = nameOf(admission, given === null ? undefined : JSON.parse(given));
  for (const name of ['query', 'documentId', 'extensions']) parameters.delete(name);
  if (query !== undefined) parameters.set('query', query);
  if (extensions !== undefined) parameters.set('extensions', JSON.stringify(extensions));
  return `?${parameters.toString()}`;
}

function nameOf(
  admission: Runnable,
  given: unknown,
): { readonly query?: string; readonly extensions?: Readonly<Record<string, unknown>> } {
  const query = admission.kind === 'text' ? { query: admission.text } : {};
  if (admission.hash === undefined) return isObject(given) ? { ...query, extensions: given } : query;
  const persistedQuery = { version: 1, sha256Hash: admission.hash };
  return { ...query, extensions: { ...(isObject(given) && given), persistedQuery } };
}
