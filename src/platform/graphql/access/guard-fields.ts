import { defaultFieldResolver, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import type { RequestContext } from '../../request/request-context.js';
import { accessExtension } from './access.decorator.js';
import { HttpsRequiredError } from './https-required.error.js';
import type { ViewerCheck } from './viewer-check.js';

/**
 * The one guard: every field declared with `NeedsViewer` is resolved only for whoever is signed in, and no mutation for
 * whoever came by plain HTTP. It wraps these fields of the schema and no others, so that those of films cost nothing
 * more (Nest's guards of field resolvers would stand before each of them).
 */
export function guardFields(schema: GraphQLSchema, check: ViewerCheck): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type)) guardType(type, type === schema.getMutationType(), check);
  }
  return schema;
}

function guardType(type: GraphQLObjectType<unknown, RequestContext>, isWrite: boolean, check: ViewerCheck): void {
  for (const field of Object.values(type.getFields())) {
    const needsViewer = field.extensions[accessExtension] === 'VIEWER';
    if (!needsViewer && !isWrite) continue;
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = async (source, args, context, info) => {
      // What it takes, or gives, is secret: the password of an account, or a token.
      if (isWrite && context.isInTheOpen) throw new HttpsRequiredError();
      if (needsViewer) await check.requireViewer(context, isWrite);
      return resolve(source, args, context, info);
    };
  }
}
