import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphqlContext } from '../graphql-context.js';

/** Says in `Retry-After` how long to wait before trying again: as long as the error that asks for the most. */
export const retryAfterPlugin: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body, http } }) {
        const { errors = [] } = body.kind === 'single' ? body.singleResult : body.initialResult;
        const waits = errors.map(({ extensions }) => extensions?.['retryAfterSeconds']);
        const seconds = waits.filter((wait) => typeof wait === 'number');
        if (seconds.length > 0) http.headers.set('retry-after', String(Math.max(...seconds)));
      },
    };
  },
};
