import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

export const LanguageCodeScalar = new GraphQLScalarType<string, string>({
  name: 'LanguageCode',
  description: 'A language as an ISO 639-1 code, such as `pt`.',
  specifiedByURL: 'https://www.iso.org/iso-639-language-code',
  serialize: String,
  parseValue: (value) => parse(value),
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null, node),
});

function parse(value: unknown, node?: ValueNode): string {
  if (typeof value !== 'string' || !/^[A-Za-z]{2,3}$/.test(value)) {
    throw new GraphQLError('A language is a code of two letters, such as "pt".', { nodes: node });
  }
  return value.toLowerCase();
}
