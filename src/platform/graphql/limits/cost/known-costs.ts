import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { documentLimits, type LimitBreach } from '../limits.js';
import { compileCost, type Cost, type CostOf } from './compile-cost.js';

const known = new WeakMap<OperationDefinitionNode, CostOf>();

/** As `compileCost`, compiled once for as long as the document is kept. */
export function knownCost(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): CostOf {
  const found = known.get(operation);
  if (found !== undefined) return found;
  const compiled = compileCost(schema, document, operation);
  known.set(operation, compiled);
  return compiled;
}

/** The first limit that a cost breaks; null when it may be met. */
export function breachOf({ objects, calls }: Cost): LimitBreach | null {
  if (objects > documentLimits.objects) return { limit: 'objects', actual: objects };
  return calls > documentLimits.calls ? { limit: 'calls', actual: calls } : null;
}
