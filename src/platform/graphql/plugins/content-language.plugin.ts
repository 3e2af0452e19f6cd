import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphqlContext } from '../graphql-context.js';

/** Says in which languages the answer is, and whether Accept-Language had a say in it. */
export const contentLanguagePlugin: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue: { req, trace }, response }) {
        if (trace.locales.size > 0) response.http.headers.set('content-language', [...trace.locales].join(', '));
        if (!trace.usedAcceptLanguage) return;
        // Through Express, which adds to the `Vary: Origin` of CORS where Apollo would replace it.
        req.res?.vary('Accept-Language');
      },
    };
  },
};
