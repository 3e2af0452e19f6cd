import { describe, expect, test } from '@jest/globals';
import { execute, type FragmentDefinitionNode, Kind, parse, validate } from 'graphql';
import type { GraphqlContext } from '../graphql-context.js';
import { CompiledQuery } from './compiled-query.js';
import { UnplannableError } from './plan.js';
import { RememberedTexts } from './remembered-texts.js';
import { kinds, schema } from '../../../../test/support/zoo-schema.js';

// The resolvers of the schema look at this much.
const context = { asked: 'by somebody' } as unknown as GraphqlContext;

function compiled(text: string): CompiledQuery | null {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments[each.name.value] = each;
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('No operation');
  return CompiledQuery.of({ schema, operation, fragments }, new RememberedTexts(100_000));
}

async function dataOf(query: CompiledQuery | null, variables = {}): Promise<string> {
  return Buffer.from((await query?.run(variables, context)) ?? '', 'latin1').toString();
}

async function expectedOf(text: string, variableValues = {}) {
  return execute({ schema, document: parse(text), contextValue: context, variableValues });
}

describe('it answers as GraphQL’s own executor', () => {
  test.each<[string, string, object?]>([
    ['leaves', '{ animal(kind: OWL) { name kind age weight isAwake born } }'],
    [
      'aliases and fields asked twice',
      '{ a: animal(kind: OWL) { name n: name name } animal(kind: OWL) { age } animal(kind: OWL) { age kind } }',
    ],
    ['a null', '{ animal(kind: EEL) { name keeper { name } } }'],
    ['lists, nested and with nulls', '{ grid numbers maybe { name } }'],
    ['what is no array', '{ some { name } }'],
    ['promises', '{ slow { name } slowMany { name slowName } }'],
    ['methods of objects', '{ animal(kind: OWL) { says(times: 2) says3: says(times: 3) asked } }'],
    ['an interface', '{ beings { __typename name ... on Animal { kind } ... on Keeper { animals { name } } } }'],
    ['a union', '{ things { __typename ... on Animal { name } ... on Being { name } ... on Keeper { n: name } } }'],
    [
      'fragments',
      '{ animal(kind: OWL) { ...A ...A ...B } } fragment A on Animal { name ...B } fragment B on Being { name __typename }',
    ],
    [
      'literal conditions',
      '{ animal(kind: OWL) { name @skip(if: true) age @include(if: true) kind @include(if: false) ... @skip(if: true) { weight } } }',
    ],
    ['nothing', '{ animal(kind: OWL) @skip(if: true) { name } }'],
    ['variables', 'query ($k: Kind!, $t: Int = 2) { animal(kind: $k) { name says(times: $t) } }', { k: 'OWL' }],
    ['a variable that is left out', 'query ($t: Int) { animal(kind: OWL) { says(times: $t) } }'],
    ['a variable that is null', 'query ($t: Int) { animal(kind: OWL) { says(times: $t) } }', { t: null }],
    ['a variable in an object', 'query ($n: String) { find(by: { name: $n, ages: [1, 2] }) }', { n: 'ü' }],
    ['texts beyond ASCII', '{ find(by: { name: "日本 \\u00fc \\ud83c\\udfac" }) }'],
    ['the type of the root', '{ __typename t: __typename }'],
  ])('%s', async (_, text, variables = {}) => {
    const { data, errors } = await expectedOf(text, variables);
    expect(errors).toBeUndefined();
    const query = compiled(text);
    // What was worked out at the first time may not show at the second.
    for (const time of [1, 2]) expect([time, await dataOf(query, variables)]).toEqual([time, JSON.stringify(data)]);
  });

  test('by every setting of its conditions', async () => {
    const text = `query ($a: Boolean!, $b: Boolean = true) { animal(kind: OWL) { name @include(if: $a) age @skip(if: $b)
      ...F @include(if: $b) ... on Animal @skip(if: $a) { weight } } } fragment F on Animal { kind @skip(if: $a) }`;
    const query = compiled(text);
    for (const variables of [
      { a: true },
      { a: false },
      { a: true, b: false },
      { a: false, b: false },
      { a: true, b: true },
    ]) {
      expect(await dataOf(query, variables)).toBe(JSON.stringify((await expectedOf(text, variables)).data));
    }
  });
});

describe('whatever does not go well is thrown', () => {
  test.each<[string, string, object?]>([
    ['a resolver that throws', '{ fails }'],
    ['one that rejects', '{ failsLater animal(kind: OWL) { name } }'],
    ['an error as a value', '{ failsByValue }'],
    ['an error as an item', '{ failsInList }'],
    ['null where there is none', '{ never }'],
    ['null in a list that has none', '{ neverInList }'],
    ['no list', '{ noList }'],
    ['an object of no known type', '{ noType { name } }'],
    ['a leaf that is none', '{ noLeaf }'],
    ['a variable that does not fit', 'query ($k: Kind!) { animal(kind: $k) { name } }', { k: 'CAT' }],
    ['a variable that is missing', 'query ($k: Kind!) { animal(kind: $k) { name } }'],
    ['a variable that is too large', 'query ($t: Int) { animal(kind: OWL) { says(times: $t) } }', { t: 1e10 }],
  ])('%s', async (_, text, variables = {}) => {
    expect((await expectedOf(text, variables)).errors).toBeDefined();
    const query = compiled(text);
    expect(query).not.toBeNull();
    await expect(dataOf(query, variables)).rejects.toThrow();
  });
});

test.each(['{ __schema { types { name } } }', '{ __type(name: "Animal") { name } }'])(
  'introspection is left to others: %s',
  (text) => {
    expect(compiled(text)).toBeNull();
  },
);

test('an operation of more conditions than there may be plans is left to others from there on', async () => {
  const query = compiled(
    'query ($a: Boolean!, $b: Boolean!, $c: Boolean!) { a: numbers @skip(if: $a) b: numbers @skip(if: $b) c: numbers @skip(if: $c) }',
  );
  const settings = [0, 1, 2, 3, 4].map((bits) => ({ a: bits > 3, b: (bits & 2) > 0, c: (bits & 1) > 0 }));
  for (const setting of settings.slice(0, 4)) expect(await dataOf(query, setting)).toBeDefined();
  await expect((async () => dataOf(query, settings[4]))()).rejects.toThrow(UnplannableError);
  expect(await dataOf(query, settings[0])).toBeDefined();
});

test('fragments that come to more fields than a plan may hold are left to others', () => {
  const spreads = (of: string): string =>
    Array.from({ length: 40 }, (_, at) => `k${at}: animal(kind: OWL) { ...${of} }`).join(' ');
  expect(compiled(`{ ...A } fragment A on Query { ${spreads('B')} } fragment B on Animal { kind }`)).not.toBeNull();
  const names = Array.from({ length: 30 }, (_, at) => `n${at}: kind`).join(' ');
  expect(compiled(`{ ...A } fragment A on Query { ${spreads('B')} } fragment B on Animal { ${names} }`)).toBeNull();
});

test('each execution has its own arguments and its own context', async () => {
  const query = compiled('query ($k: Kind!) { animal(kind: $k) { kind asked } }');
  const [one, other] = await Promise.all([dataOf(query, { k: 'OWL' }), dataOf(query, { k: 'EEL' })]);
  expect(one).toBe('{"animal":{"kind":"OWL","asked":"by somebody"}}');
  expect(other).toBe('{"animal":{"kind":"EEL","asked":"by somebody"}}');
  expect(kinds).toEqual(['OWL', 'EEL']);
});
