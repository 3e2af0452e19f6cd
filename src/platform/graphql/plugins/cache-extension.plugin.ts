import type { ApolloServerPlugin } from '@apollo/server';
import type { ReadCounts } from '../../request/read-log.js';
import type { GraphqlContext } from '../graphql-context.js';
import { asksFor } from './asked-extensions.js';

/** Tells in `extensions.cache` where an answer came from, to whoever asks by `X-WatchMe-Extensions: cache`. */
export const cacheExtensionPlugin: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart({ request, contextValue: { trace } }) {
    if (!asksFor('cache', request.http)) return {};
    const detail = trace.reads.keepDetail();
    return {
      async willSendResponse({ response: { body } }) {
        if (body.kind !== 'single') return;
        const now = Date.now();
        const fields = [...detail.byRoot].map(([root, counts]) => [root, shown(counts, now)] as const);
        const cache = {
          ...shown(trace.reads.total, now),
          upstreamCalls: trace.upstreamCalls,
          fields: Object.fromEntries(fields),
        };
        body.singleResult.extensions = { ...body.singleResult.extensions, cache };
      },
    };
  },
};

function shown({ hits, stale, misses, oldestStoredAt }: ReadCounts, now: number) {
  const ageSeconds = oldestStoredAt === null ? null : Math.max(0, Math.floor((now - oldestStoredAt) / 1000));
  return { hits, stale, misses, ageSeconds };
}
