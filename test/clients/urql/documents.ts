import type { TypedDocumentNode } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';

/** Queries by their hash, by GET where the address is not too long for it. */
export const automatic = persistedExchange();

/** All by the hash that graphql-codegen wrote beside the document, which the server has in its list. */
export const trusted = persistedExchange({
  enforcePersistedQueries: true,
  enableForMutation: true,
  generateHash: (_text, document: TypedDocumentNode & { __meta__?: { documentId: string } }) =>
    Promise.resolve(document.__meta__?.documentId.replace('sha256:', '')),
});
