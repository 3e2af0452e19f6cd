import {
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import type { RequestContext } from '../request/request-context.js';
import { pureExtension } from './execution/repeatable.decorator.js';
import { underRoot } from '../request/root-field.js';

type Resolve = GraphQLFieldResolver<unknown, RequestContext>;

/** Lets reads be told apart by the field at the root that they are for, in requests that ask for it and no others. */
export function attributeReads(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    // The types of introspection belong to all schemas of the process.
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      // What is pure reads nothing, and is asked without a context where it is written once for many.
      const isPure = field.extensions[pureExtension] === true;
      if (field.resolve !== undefined && !isPure) field.resolve = attributed(field.resolve);
    }
  }
  return schema;
}

function attributed(resolve: Resolve): Resolve {
  return (source, args, context, info) =>
    context.trace.reads.kept === null
      ? resolve(source, args, context, info)
      : underRoot(rootOf(info), () => resolve(source, args, context, info));
}

function rootOf({ path }: GraphQLResolveInfo): string {
  let root = path;
  while (root.prev !== undefined) root = root.prev;
  return String(root.key);
}
