import { defaultFieldResolver, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import type { RequestContext } from '../../request/request-context.js';
import { accessExtension } from './access.decorator.js';
import type { ViewerCheck } from './viewer-check.js';

/**
 * The one guard: every field declared with `NeedsViewer` is resolved only for whoever is signed in. It wraps these
 * fields of the schema and no others, so that those of films cost nothing more (Nest's guards of field resolvers would
 * stand before each of them).
 */
export function guardFields(schema: GraphQLSchema, check: ViewerCheck): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type)) guardType(type, type === schema.getMutationType(), check);
  }
  return schema;
}

function guardType(type: GraphQLObjectType<unknown, RequestContext>, isWrite: boolean, check: ViewerCheck): void {
  for (const field of Object.values(type.getFields())) {
    if (field.extensions[accessExtension] !== 'VIEWER') continue;
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = async (source, args, context, info) => {
      await check.requireViewer(context, isWrite);
      return resolve(source, args, context, info);
    };
  }
}
