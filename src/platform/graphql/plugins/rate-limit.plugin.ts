import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';

/** Makes a 429 of an answer that holds nothing since the client's budget is used up. */
export const rateLimitPlugin: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { http, body } }) {
        if (!isRefused(body)) return;
        // After Nest's own plugin, which makes a 200 of all that has data.
        await Promise.resolve();
        http.status = 429;
      },
    };
  },
};

function isRefused(body: GraphQLResponse['body']): boolean {
  if (body.kind !== 'single') return false;
  const { data, errors = [] } = body.singleResult;
  const isEmpty = Object.values(data ?? {}).every((value) => value === null);
  return isEmpty && errors.some(({ extensions }) => extensions?.['code'] === 'RATE_LIMITED');
}
