import type { Block } from '../blocks.js';
import { curlRequest } from './curl-request.js';
import { documentedEndpoint, type DocumentedRequest } from './documented-request.js';

/** A command of curl; or a document of GraphQL, whose first comments are headers: `# Accept-Language: pt-BR`. */
export function requestOf({ language, text }: Block, variables?: Block): DocumentedRequest {
  if (language !== 'graphql') return curlRequest(text);
  const [comments = ''] = /^(?:#.*\n)*/.exec(text) ?? [];
  const headers = [...comments.matchAll(/^# ([\w-]+): (.+)$/gm)].map(([, name = '', value = '']) => [name, value]);
  return {
    method: 'POST',
    url: documentedEndpoint,
    headers: { 'content-type': 'application/json', ...(Object.fromEntries(headers) as Record<string, string>) },
    body: JSON.stringify({
      query: text.slice(comments.length).trim(),
      ...(variables && { variables: JSON.parse(variables.text) as object }),
    }),
  };
}
