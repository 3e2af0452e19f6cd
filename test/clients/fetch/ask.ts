import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';

/** Of an answer's `errors`; decide by the code, and tell by the path which field is missing. */
export interface Problem {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly requestId?: string; readonly retryAfterSeconds?: number };
}

/** What came of a request: `data` may be there beside errors, with null in the places that they name. */
export interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly Problem[];
}

export interface Asker {
  readonly endpoint: string;
  readonly locale: string;
  /** `session.fetch`, or the global one for whoever never signs in. */
  readonly fetch: typeof fetch;
}

/** Asks by POST. @throws where no GraphQL came back, as when something on the way answered. */
export function ask<Data, Variables>(
  asker: Asker,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Answer<Data>> {
  return post(asker, { query: print(document), variables });
}

/** Asks by the hash that graphql-codegen wrote beside the document: for servers that run trusted documents only. */
export function askByHash<Data, Variables>(
  asker: Asker,
  document: TypedDocumentNode<Data, Variables> & { readonly __meta__?: { readonly documentId: string } },
  variables: Variables,
): Promise<Answer<Data>> {
  return post(asker, { documentId: document.__meta__?.documentId, variables });
}

async function post<Data>({ endpoint, locale, fetch }: Asker, body: object): Promise<Answer<Data>> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      // So that the status is 401 where the access token is not accepted: as plain JSON that is answered with 200.
      accept: 'application/graphql-response+json',
      'accept-language': locale,
    },
    body: JSON.stringify(body),
  });
  if (!response.headers.get('content-type')?.includes('json')) throw new Error(`Answered with ${response.status}.`);
  return (await response.json()) as Answer<Data>;
}
