import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';

/** One question outside of Apollo: for the tokens, which its links wait for. @throws where no data come. */
export async function ask<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
    },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data } = (await response.json()) as { readonly data?: Data | null };
  if (data === undefined || data === null) throw new Error(`The API answered ${response.status} without data.`);
  return data;
}
