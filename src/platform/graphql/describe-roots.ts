import type { GraphQLSchema } from 'graphql';

/** Nest makes the root types itself and takes no description for them. */
export function describeRoots(schema: GraphQLSchema): GraphQLSchema {
  const query = schema.getQueryType();
  if (query)
    query.description = 'The root of all reads. Each field that may fail is null then, and leaves the rest standing.';
  const mutation = schema.getMutationType();
  if (mutation)
    mutation.description =
      'The root of all writes, done one after the other. What a person can mend comes as data; null means that the write is not known to be done.';
  return schema;
}
