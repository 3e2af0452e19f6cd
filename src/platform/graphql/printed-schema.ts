import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

/** The schema in its language, sorted: what `schema.gql` holds. */
export function printedSchema(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
