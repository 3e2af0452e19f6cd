import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphqlContext } from '../graphql-context.js';
import type { KnownDocuments } from '../execution/known-documents.js';

/** Makes documents known that have passed all checks, before they are executed for the first time. */
export function knownDocumentsPlugin(documents: KnownDocuments): ApolloServerPlugin<GraphqlContext> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ schema, source, document, operation, request }) {
          documents.learn(schema, { text: source, operationName: request.operationName ?? null, document, operation });
          return null;
        },
      };
    },
  };
}
