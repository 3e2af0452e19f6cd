import type { ApolloServerPlugin } from '@apollo/server';
import { negotiate } from '../../http/media-type.js';
import { statusFor } from '../../http/response-status.js';

/** Sets the type of an answer, and its status by type and fault where there is no data: Apollo has one for both types. */
export const responseStatusPlugin: ApolloServerPlugin = {
  async requestDidStart({ request }) {
    return {
      async willSendResponse({ response: { body, http } }) {
        const accept = request.http?.headers.get('accept');
        const type = negotiate(accept);
        if (type === null || body.kind !== 'single') return;
        http.headers.set('content-type', `${type}; charset=utf-8`);
        if (http.status === undefined || body.singleResult.data !== undefined) return;
        const code = body.singleResult.errors?.[0]?.extensions?.['code'];
        http.status = statusFor(accept, String(code), http.status);
      },
    };
  },
};
