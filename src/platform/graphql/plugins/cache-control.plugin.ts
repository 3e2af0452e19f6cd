import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { GraphqlContext } from '../graphql-context.js';

type Sending = GraphQLRequestContextWillSendResponse<GraphqlContext>;

/** How long an answer that holds something stale may be kept: a refresh is under way. */
const staleSeconds = 5;

/** How long a shared cache may answer what is over while it asks anew. */
const refreshSeconds = 60;

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
        const lifetimeSeconds = age.seconds + age.leftSeconds;
        headers.set('age', String(age.seconds));
        if (sending.contextValue.credentials !== null) {
          headers.set('cache-control', `private, max-age=${lifetimeSeconds}`);
        } else if (isNamedByHash(sending)) {
          headers.set('cache-control', forSharedCaches(lifetimeSeconds));
        } else headers.set('cache-control', `public, max-age=${lifetimeSeconds}`);
        // Through Express, which adds to the `Vary: Origin` of CORS where Apollo would replace it.
        sending.contextValue.req.res?.vary('Accept, Accept-Encoding');
      },
    };
  },
};

/** A GET whose address names a document that never changes: what CDNs are good for. */
function isNamedByHash({ request }: Sending): boolean {
  return request.http?.method === 'GET' && request.query === undefined;
}

function forSharedCaches(seconds: number): string {
  return `public, max-age=${seconds}, s-maxage=${seconds}, stale-while-revalidate=${refreshSeconds}`;
}

/** How old the answer is and how long it is good from now on; null when it is not to be kept. */
function ageOf({
  contextValue,
  response: { body },
  operation,
}: Sending): { seconds: number; leftSeconds: number } | null {
  const { errors } = body.kind === 'single' ? body.singleResult : body.initialResult;
  const { isPrivate, reads } = contextValue.trace;
  // What was explained to one is nothing for the others who ask the same.
  const isExplained = reads.kept !== null;
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
