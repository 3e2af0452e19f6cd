import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

export const CountryCodeScalar = new GraphQLScalarType<string, string>({
  name: 'CountryCode',
  description: 'A country as an ISO 3166-1 alpha-2 code, such as `BR`.',
  specifiedByURL: 'https://www.iso.org/iso-3166-country-codes.html',
  serialize: String,
  parseValue: (value) => parse(value),
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null, node),
});

function parse(value: unknown, node?: ValueNode): string {
  if (typeof value !== 'string' || !/^[A-Za-z]{2}$/.test(value)) {
    throw new GraphQLError('A country is a code of two letters, such as "BR".', { nodes: node });
  }
  return value.toUpperCase();
}
