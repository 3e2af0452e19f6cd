import { GraphQLScalarType } from 'graphql';

/** Scalars that only go out: what feeds them was checked when it was mapped. */

export const DateTimeScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'An instant in UTC, such as `2026-11-24T03:12:00.000Z`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: String,
});

export const UrlScalar = new GraphQLScalarType<string, string>({
  name: 'URL',
  description: 'An absolute http or https address, such as `https://image.tmdb.org/t/p/w500/poster.jpg`.',
  specifiedByURL: 'https://url.spec.whatwg.org/',
  serialize: String,
});

export const SafeIntScalar = new GraphQLScalarType<number, number>({
  name: 'SafeInt',
  description:
    'A whole number of up to 53 bits as a JSON number, such as `2923706026`: exact in JavaScript, and too large for Int.',
  specifiedByURL: 'https://tc39.es/ecma262/#sec-number.max_safe_integer',
  serialize: Number,
});
