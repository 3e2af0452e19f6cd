import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphqlContext } from '../graphql-context.js';
import { notedName } from '../noted-name.js';

/** Names the operation in the request's log line. */
export const requestLogPlugin: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ operationName, contextValue }) {
        contextValue.trace.operationName = notedName(operationName);
      },
    };
  },
};
