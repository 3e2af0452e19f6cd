import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphqlContext } from '../graphql-context.js';
import type { KnownDocuments } from '../execution/known-documents.js';

/** Makes documents known that have passed all checks, before they are executed for the first time. */
export function knownDocumentsPlugin(documents: KnownDocuments): ApolloServerPlugin<GraphqlContext> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ schema, source, document, operation, request }) {
          const operationName = request.operationName ?? null;
          // Apollo calls this for a document without the operation that is asked for, too.
          if (operation as typeof operation | undefined) {
            documents.learn(schema, { text: source, operationName, document, operation });
          }
          return null;
        },
      };
    },
  };
}
