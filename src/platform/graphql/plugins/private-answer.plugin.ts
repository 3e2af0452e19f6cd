import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphqlContext } from '../graphql-context.js';

/** Keeps what is one viewer's out of every cache. */
export const privateAnswerPlugin: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue, response }) {
        if (contextValue.trace.isPrivate) response.http.headers.set('cache-control', 'private, no-store');
      },
    };
  },
};
