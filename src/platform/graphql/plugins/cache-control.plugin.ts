import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { GraphqlContext } from '../graphql-context.js';
import { asksFor } from './asked-extensions.js';

type Sending = GraphQLRequestContextWillSendResponse<GraphqlContext>;

/** How long an answer that holds something stale may be kept: a refresh is under way. */
const staleSeconds = 5;

/**
 * Says how long an answer may be kept, by the least fresh of what it was made from: for everyone, unless somebody is
 * signed in. What is a viewer's, holds an error, changes something or was made of nothing that ages is not to be kept.
 */
export const cacheControlPlugin: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async willSendResponse(sending) {
        const { headers } = sending.response.http;
        const age = ageOf(sending);
        if (age === null) {
          headers.set('cache-control', sending.contextValue.trace.isPrivate ? 'private, no-store' : 'no-store');
          return;
        }
        const scope = sending.contextValue.credentials === null ? 'public' : 'private';
        headers.set('cache-control', `${scope}, max-age=${age.seconds + age.leftSeconds}`);
        headers.set('age', String(age.seconds));
      },
    };
  },
};

/** How old the answer is and how long it is good from now on; null when it is not to be kept. */
function ageOf({
  request,
  contextValue,
  response: { body },
  operation,
}: Sending): { seconds: number; leftSeconds: number } | null {
  const { errors } = body.kind === 'single' ? body.singleResult : body.initialResult;
  const { isPrivate, reads } = contextValue.trace;
  // What was explained to one is nothing for the others who ask the same.
  const isExplained = asksFor('cache', request.http) || asksFor('cost', request.http);
  if (isPrivate || isExplained || errors !== undefined || operation?.operation !== OperationTypeNode.QUERY) return null;
  const { oldestStoredAt, freshUntil } = reads.total;
  if (oldestStoredAt === null || freshUntil === null) return null;
  const now = Date.now();
  const leftSeconds = Math.floor((freshUntil - now) / 1000);
  return {
    seconds: Math.max(0, Math.floor((now - oldestStoredAt) / 1000)),
    leftSeconds: leftSeconds > 0 ? leftSeconds : staleSeconds,
  };
}
