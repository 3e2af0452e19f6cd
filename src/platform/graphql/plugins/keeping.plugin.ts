import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { keepingOf } from '../answer-keeping.js';
import type { GraphqlContext } from '../graphql-context.js';
import { asksForMore } from './asked-extensions.js';

/** Notes how long an answer may be kept, for whoever sends it. */
export const keepingPlugin: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue: { trace }, response: { body }, operation, request }) {
        const { errors } = body.kind === 'single' ? body.singleResult : body.initialResult;
        const isQuery = operation?.operation === OperationTypeNode.QUERY;
        const isExplained = asksForMore(request.http);
        trace.keeping = keepingOf(trace, { isQuery, hasErrors: errors !== undefined, isExplained });
      },
    };
  },
};
