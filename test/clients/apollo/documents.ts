import { ApolloLink } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { type DocumentNode, OperationTypeNode } from 'graphql';

/**
 * Queries by their hash, by GET. A mutation is never held on the way, so that its hash would only cost a request more.
 */
export const automatic = ApolloLink.split(
  ({ operationType }) => operationType === OperationTypeNode.QUERY,
  new PersistedQueryLink({ sha256, useGETForHashedQueries: true }),
);

/** All by the hash that graphql-codegen wrote beside the document, which the server has in its list. */
export const trusted = new PersistedQueryLink({
  generateHash: (document: DocumentNode & { __meta__?: { documentId: string } }) =>
    document.__meta__?.documentId.replace('sha256:', '') ?? '',
  // Where a hash is not known, the text would not be taken either.
  disable: () => false,
  retry: () => false,
});

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
