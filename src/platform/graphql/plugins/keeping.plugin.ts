import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { keepingOf } from '../answer-keeping.js';
import type { GraphqlContext } from '../graphql-context.js';
import { asksFor } from './asked-extensions.js';

/** Notes how long an answer may be kept, for whoever sends it. */
export const keepingPlugin: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart({ request }) {
    return {
      async willSendResponse({ contextValue: { trace }, response: { body }, operation }) {
        const { errors } = body.kind === 'single' ? body.singleResult : body.initialResult;
        const isExplained = asksFor('cache', request.http) || asksFor('cost', request.http);
        const isQuery = operation?.operation === OperationTypeNode.QUERY;
        trace.keeping = keepingOf(trace, { isQuery, hasErrors: errors !== undefined, isExplained });
      },
    };
  },
};
