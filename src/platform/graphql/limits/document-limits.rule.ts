import { GraphQLError, type ValidationRule } from 'graphql';
import { findBreaches } from './document-shape.js';
import { describeBreach } from './limits.js';

/**
 * Refuses documents that are too large, and kinds of operation that this API has none of. All rules look at a document
 * in one walk; this one looks before it begins, so that what it finds comes first.
 */
export const documentLimitsRule: ValidationRule = (context) => {
  for (const breach of findBreaches(context.getDocument())) {
    const { message, extensions } = describeBreach(breach);
    context.reportError(new GraphQLError(message, { extensions }));
  }
  return {
    OperationDefinition(operation) {
      // Execution would call it a fault of the server.
      if (!context.getSchema().getRootType(operation.operation)) {
        context.reportError(new GraphQLError(`This API has no ${operation.operation}s.`, { nodes: operation }));
      }
    },
  };
};
