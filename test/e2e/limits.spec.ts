import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { documentLimits, type DocumentLimit } from '../../src/platform/graphql/limits/limits.js';
import { type Api, startApi } from '../support/api.js';
import { expectFault } from './client-fault.js';

/** Documents that reach a limit with the given number, each valid in all else. */
const documents: Readonly<Record<Exclude<DocumentLimit, 'directives'>, (amount: number) => string>> = {
  tokens: manyTokens,
  depth: nestedFields,
  aliases: (amount) => `{ about { ${numbered(amount, (index) => `m${index}: mode`)} } }`,
  repeats: (amount) => `{ about { ${'mode '.repeat(amount)} } }`,
  rootFields: (amount) =>
    `{ ${numbered(15, (index) => `a${index}: __typename`)} ${numbered(amount - 15, (index) => `b${index}: about { mode }`)} }`,
  directivesInAll: (amount) =>
    `{ about { ${numbered(amount, (index) => `m${index}: ${texts[index % 4]} @include(if: true)`)} } }`,
  // Nobody is signed in, so that nothing is read.
  objects: (amount) =>
    `{ viewer { a: lists(first: 100) ${fullLists} b: lists(first: 96) ${fullLists} }
      ${numbered(amount - 19_995, (index) => `b${index}: about { mode }`)} }`,
  calls: (amount) =>
    `{ viewer { watchlist(first: 100) { nodes { movie { title } } }
      favorites(first: ${2 * (amount - 50)}) { nodes { movie { title } } } } }`,
  introspectionDepth: (amount) => `{ __schema { queryType { ${nested('ofType', amount - 3, 'name')} } } }`,
  introspectionLists: (amount) =>
    `{ __schema { types { ${nested('fields { type', amount - 4, argumentsOfFields)}${' }'.repeat(amount - 4)} } } }`,
};

const texts = ['mode', 'notice', 'version', 'watchProviderNotice'];
const fullLists = '{ nodes { entries(first: 100) { nodes { id } } } }';

/** Three lists inside each other. */
const argumentsOfFields = 'fields { args { type { enumValues { name } } } }';

function numbered(amount: number, write: (index: number) => string): string {
  return Array.from({ length: amount }, (_, index) => write(index)).join(' ');
}

/** Ten fields that are not asked, each of 19 tokens and a share of the IDs. */
function manyTokens(amount: number): string {
  const ids = amount - 2 - 10 * 19;
  const share = (index: number): number => Math.floor((ids + index) / 10);
  return `{ ${numbered(10, (index) => `n${index}: nodes(ids: [${'"" '.repeat(share(index))}]) @skip(if: true) { id }`)} }`;
}

function nested(field: string, times: number, innermost: string): string {
  return `${`${field} { `.repeat(times)}${innermost}${' }'.repeat(times)}`;
}

/** So many levels of fields: each `similar { nodes { … } }` adds two to `movies { nodes { … } }`. */
function nestedFields(levels: number): string {
  const inner = levels % 2 === 0 ? 'rating { average }' : 'tmdbId';
  const pairs = Math.floor((levels - 1) / 2) - 1;
  return `{ movies(first: 1) { nodes { ${'similar(first: 1) { nodes { '.repeat(pairs)}${inner}${' } }'.repeat(pairs)} } } }`;
}

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe.each(Object.entries(documents))('%s', (limit, documentOf) => {
  const allowed = documentLimits[limit as DocumentLimit];

  test(`takes ${allowed}`, async () => {
    const answer = await api.ask(documentOf(allowed));
    expect(answer.errors).toBeUndefined();
  });

  test(`refuses ${allowed + 1} and tells the limit, what is allowed, and what there was`, async () => {
    const response = await api.fetch({ query: documentOf(allowed + 1) });
    const error = await expectFault(response, { status: 400, code: 'DOCUMENT_LIMIT_EXCEEDED' });
    expect(error.extensions).toMatchObject({ limit, allowed, actual: allowed + 1 });
    expect(error.message).toContain(String(allowed));
  });
});

describe('directives at one place', () => {
  const overloaded = (count: number): string => `{ __typename ${'@aa'.repeat(count)} }`;

  test('are refused by the rules of GraphQL, and not one by one', async () => {
    const { errors = [] } = await api.ask(overloaded(10));
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(Array(5).fill('GRAPHQL_VALIDATION_FAILED'));
  });

  test('are too many before anything else', async () => {
    const [error] = (await api.ask(overloaded(11))).errors ?? [];
    expect(error?.extensions).toMatchObject({ limit: 'directives', allowed: 10, actual: 11 });
  });
});

/** Within 1,000 tokens, what makes comparing all with all as costly as it can be. Answered, or refused, at once. */
describe.each<[string, string]>([
  ['one leaf, many times', `{ ${'__typename '.repeat(990)} }`],
  ['one field with fields, many times', `{ ${'about { mode } '.repeat(240)} }`],
  ['one field under one alias, many times', `{ ${'a: about { mode } '.repeat(160)} }`],
  [
    'fields in like fields',
    `{ movie(tmdbId: 0) { ${`similar { nodes { ${'similar { nodes { id } } '.repeat(13)} } } `.repeat(9)} } }`,
  ],
  [
    'many fragments at one place',
    `{ ${numbered(90, (at) => `...f${at}`)} } ${numbered(90, (at) => `fragment f${at} on Query { __typename }`)}`,
  ],
  [
    'pairs of fragments, level by level',
    `{ ...a0 ...b0 } ${numbered(40, (at) => numberedPair(at))} fragment a40 on Query { __typename } fragment b40 on Query { __typename }`,
  ],
  [
    'fragments that spread many others',
    `{ ...f0 } ${numbered(30, (at) => `fragment f${at} on Query { ${numbered(8, (to) => `...f${(at * 7 + to) % 30}`)} }`)}`,
  ],
])('a document of %s', (_, query) => {
  test('does no harm', async () => {
    const startedAt = performance.now();
    const { status } = await api.fetch({ query });
    expect([200, 400]).toContain(status);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});

function numberedPair(at: number): string {
  const both = `{ ...a${at + 1} ...b${at + 1} }`;
  return `fragment a${at} on Query ${both} fragment b${at} on Query ${both}`;
}

describe('a document of fragments', () => {
  const chain = (write: (next: string) => string, innermost: string): string =>
    numbered(40, (index) => `fragment f${index} on ${index < 39 ? write(`...f${index + 1}`) : innermost}`);

  test('that each spread the next one twice is answered', async () => {
    const query = `{ ...f0 } ${chain((next) => `Query { ${next} ${next} }`, 'Query { about { mode } }')}`;
    expect(await api.ask(query)).toEqual({ data: { about: { mode: 'LIVE' } } });
  });

  test('that go round in a circle is refused', async () => {
    const query = `{ ...f0 } ${chain((next) => `Query { ${next} ${next} }`, 'Query { ...f0 }')}`;
    await expectFault(await api.fetch({ query }), { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
  });

  test('that go down with each spread counts all levels', async () => {
    const down = chain((next) => `Movie { similar { nodes { ${next} ${next} } } }`, 'Movie { tmdbId }');
    const response = await api.fetch({ query: `{ movies { nodes { ...f0 } } } ${down}` });
    const error = await expectFault(response, { status: 400, code: 'DOCUMENT_LIMIT_EXCEEDED' });
    expect(error.extensions).toMatchObject({ limit: 'depth', actual: 81 });
  });

  test('that add a mention each counts all mentions', async () => {
    const fragments = numbered(16, (index) => `fragment f${index} on About { m${index}: mode }`);
    const query = `{ about { ${numbered(16, (index) => `...f${index}`)} } } ${fragments}`;
    const error = await expectFault(await api.fetch({ query }), { status: 400, code: 'DOCUMENT_LIMIT_EXCEEDED' });
    expect(error.extensions).toMatchObject({ limit: 'aliases', actual: 16 });
  });
});

describe('introspection', () => {
  const full = getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
    typeDepth: 9,
  });
  const sandbox = full.replace(
    'query IntrospectionQuery',
    'query IntrospectionQuery { __typename ...S } fragment S on Query',
  );

  test.each([
    ['graphql-js with all options', full],
    ['graphql-js', getIntrospectionQuery()],
    ['an explorer', sandbox],
    ['a look at one type', '{ __type(name: "Movie") { fields { name type { name ofType { name } } } } }'],
  ])('of %s is answered', async (_name, query) => {
    const answer = await api.ask(query);
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer.data)).toContain('originalTitle');
  });

  test.each([
    `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
    `{ __schema { types { interfaces { possibleTypes { interfaces { possibleTypes { name } } } } } } }`,
    `{ __type(name: "Node") { ...a } } fragment a on __Type { possibleTypes { ...b } }
      fragment b on __Type { interfaces { possibleTypes { interfaces { possibleTypes { name } } } } }`,
  ])('that goes round is refused: %s', async (query) => {
    await expectFault(await api.fetch({ query }), { status: 400, code: 'DOCUMENT_LIMIT_EXCEEDED' });
  });

  describe('off', () => {
    let closed: Api;
    beforeAll(async () => {
      closed = await startApi({ INTROSPECTION: 'off' });
    });
    afterAll(() => closed.close());

    test.each(['{ __schema { types { name } } }', '{ __type(name: "Movie") { name } }', full])(
      'refuses %s',
      async (query) => {
        await expectFault(await closed.fetch({ query }), { status: 400, code: 'INTROSPECTION_DISABLED' });
      },
    );

    test.each([
      '{ movis { totalCount } }',
      '{ movies(frist: 1) { totalCount } }',
      '{ movies(list: POPULA) { totalCount } }',
    ])('does not help to guess: %s', async (query) => {
      const response = await closed.fetch({ query });
      const error = await expectFault(response, { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
      expect(error.message).not.toContain('Did you mean');
      const [suggestion] = (await api.ask(query)).errors ?? [];
      expect(suggestion?.message).toContain('Did you mean');
    });

    test.each<[string, object]>([
      ['query ($list: MovieList) { movies(list: $list) { totalCount } }', { list: 'POPULA' }],
      [
        'query ($filter: MovieFilterInput) { discoverMovies(filter: $filter) { totalCount } }',
        { filter: { gener: 1 } },
      ],
    ])('does not help to guess by variables: %s', async (query, variables) => {
      const response = await closed.fetch({ query, variables });
      const error = await expectFault(response, { status: 400, code: 'BAD_USER_INPUT' });
      expect(error.message).not.toContain('Did you mean');
      const [suggestion] = (await api.ask(query, variables)).errors ?? [];
      expect(suggestion?.message).toContain('Did you mean');
    });

    test('still tells the type of an answer', async () => {
      expect(await closed.ask('{ __typename }')).toEqual({ data: { __typename: 'Query' } });
    });
  });
});
