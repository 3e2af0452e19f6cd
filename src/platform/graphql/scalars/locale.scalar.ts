import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { type Locale, parseLocaleChain } from '../../locale/locale.js';

/** Arrives as the locales of the chain, best first; goes out as one tag. */
export const LocaleScalar = new GraphQLScalarType<readonly Locale[], string>({
  name: 'Locale',
  description:
    'A BCP 47 language tag such as `en-US`, or a chain of them as in Accept-Language, best first: `pt-BR, pt;q=0.8, en`. The best five count.',
  specifiedByURL: 'https://www.rfc-editor.org/info/bcp47',
  serialize: String,
  parseValue: (value) => parse(value),
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null, node),
});

function parse(value: unknown, node?: ValueNode): readonly Locale[] {
  const locales = typeof value === 'string' ? parseLocaleChain(value) : null;
  if (locales === null) {
    throw new GraphQLError(
      'A locale is a BCP 47 tag such as "en-US", or a chain of them such as "pt-BR, pt;q=0.8, en".',
      { nodes: node },
    );
  }
  return locales;
}
