import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { GraphqlContext } from '../graphql-context.js';
import type { Cost } from '../limits/cost/compile-cost.js';
import { breachOf, knownCost } from '../limits/cost/known-costs.js';
import { describeBreach, documentLimits } from '../limits/limits.js';
import { asksFor } from './asked-extensions.js';

/**
 * Refuses an operation that could answer too many objects or need too many calls upstream; it needs the variables to
 * tell. Tells the cost in `extensions.cost` to whoever asks by `X-WatchMe-Extensions: cost`.
 */
export const costPlugin: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart({ request, contextValue: { trace } }) {
    let cost: Cost | null = null;
    return {
      async didResolveOperation({ schema, operation, document }) {
        if (operation === undefined) return;
        cost = knownCost(schema, document, operation)(request.variables ?? {});
        const breach = breachOf(cost);
        if (breach === null) return;
        const { message, extensions } = describeBreach(breach);
        throw new GraphQLError(message, { extensions: { ...extensions, http: { status: 400 } } });
      },
      async willSendResponse({ response: { body } }) {
        if (cost === null || body.kind !== 'single' || !asksFor('cost', request.http)) return;
        const { extensions } = body.singleResult;
        body.singleResult.extensions = { ...extensions, cost: costExtension(cost, trace.upstreamCalls) };
      },
    };
  },
};

/** What `extensions.cost` says. */
function costExtension({ calls, objects }: Cost, upstreamCalls: number) {
  const { calls: callsAllowed, objects: objectsAllowed } = documentLimits;
  return { calls, callsAllowed, objects, objectsAllowed, upstreamCalls };
}
