import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import type { CallBudget } from '../../budget/call-budget.js';
import { rateLimitHeaders } from '../../budget/rate-limit-headers.js';
import type { GraphqlContext } from '../graphql-context.js';

/** Says what is left of the client's budget. An answer that holds nothing since it is used up is a 429. */
export function rateLimitPlugin(budget: CallBudget): ApolloServerPlugin<GraphqlContext> {
  return {
    async requestDidStart({ contextValue }) {
      return {
        async willSendResponse({ response }) {
          const { http, body } = response;
          for (const [name, value] of rateLimitHeaders(budget.left(contextValue))) http.headers.set(name, value);
          if (!isRefused(body)) return;
          // After Nest's own plugin, which makes a 200 of all that has data.
          await Promise.resolve();
          http.status = 429;
        },
      };
    },
  };
}

function isRefused(body: GraphQLResponse['body']): boolean {
  if (body.kind !== 'single') return false;
  const { data, errors = [] } = body.singleResult;
  const isEmpty = Object.values(data ?? {}).every((value) => value === null);
  return isEmpty && errors.some(({ extensions }) => extensions?.['code'] === 'RATE_LIMITED');
}
