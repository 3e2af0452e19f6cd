import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphqlContext } from '../graphql-context.js';

/** A name may be as long as a body; nobody reads more of it than this. */
const nameLimit = 100;

/** Names the operation in the request's log line. */
export const requestLogPlugin: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ operationName, contextValue }) {
        contextValue.trace.operationName = operationName?.slice(0, nameLimit);
      },
    };
  },
};
