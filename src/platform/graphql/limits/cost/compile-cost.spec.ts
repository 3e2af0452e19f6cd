import { describe, expect, test } from '@jest/globals';
import { buildSchema, type GraphQLSchema, isObjectType, Kind, parse } from 'graphql';
import { callsExtension, type FieldCalls } from './calls.decorator.js';
import { compileCost, type Cost } from './compile-cost.js';

const declared: Readonly<Record<string, FieldCalls>> = {
  'Query.film': { finds: 'named' },
  'Query.named': { finds: 'named' },
  'Query.node': { finds: 'named' },
  'Query.films': { pages: 20 },
  'Mutation.change': { changes: true },
  'Changed.films': { finds: 'changed' },
  'Film.title': { rereadBy: 'locale' },
  'Film.tagline': { needsThing: true, rereadBy: 'locale' },
  'Film.cast': { needsThing: true },
  'Film.likes': { needsThing: true, furtherPages: 20 },
  'Film.genres': { once: { genres: 1 } },
  'Genre.films': { pages: 20 },
  'Entry.film': { finds: 'named' },
};

const schema = withCalls(
  buildSchema(`
    type Query {
      film(id: ID, imdbId: String): Film
      films(first: Int = 20, after: String): FilmConnection
      named(ids: [ID!]!): [Film]
      node: Node
      shelf(first: Int = 20): EntryConnection
    }
    type Mutation { change(input: ChangeInput!): Changed }
    input ChangeInput { changes: [Int!]! }
    type Changed { films: [Film], film: Film }
    interface Node { id: ID }
    type Film implements Node {
      id: ID, title(locale: String): String, tagline(locale: String): String, cast: String,
      likes(first: Int = 20, after: String): FilmConnection, genres: [Genre!]
    }
    type Entry implements Node { id: ID, film: Film }
    type Genre { name: String, films(first: Int = 20): FilmConnection }
    type FilmConnection { nodes: [Film!]!, edges: [FilmEdge!]!, totalCount: Int }
    type FilmEdge { node: Film }
    type EntryConnection { nodes: [Entry!]! }
  `),
);

function withCalls(of: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(of.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      field.extensions = { [callsExtension]: declared[`${type.name}.${field.name}`] };
    }
  }
  return of;
}

function compiled(text: string): (variables: Record<string, unknown>) => Cost {
  const document = parse(text);
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('No operation.');
  return compileCost(schema, document, operation);
}

function objects(text: string, variables: Record<string, unknown> = {}): number {
  return compiled(text)(variables).objects;
}

function calls(text: string, variables: Record<string, unknown> = {}): number {
  return compiled(text)(variables).calls;
}

describe('objects', () => {
  test.each([
    ['{ __typename }', 0],
    ['{ film { id } }', 1],
    ['{ film { id } other: film { id } }', 2],
    ['{ films(first: 30) { totalCount } }', 1],
    ['{ films(first: 30) { nodes { id } } }', 31],
    ['{ films { nodes { id } } }', 21],
    ['{ films(first: null) { nodes { id } } }', 21],
    ['{ films(first: -5) { nodes { id } } }', 1],
    ['{ films(first: 10) { nodes { likes(first: 10) { nodes { id } } } } }', 1 + 10 * (1 + 1 + 10)],
    ['{ film { genres { name } } }', 6],
    ['{ named(ids: ["a", "b", "c"]) { id } }', 3],
    ['{ node { ... on Film { likes(first: 7) { nodes { id } } } } }', 9],
  ])('%s asks for %i', (text, expected) => {
    expect(objects(text)).toBe(expected);
  });

  test('counts a fragment once in one place, and again in another', () => {
    expect(objects('{ ...f ...f } fragment f on Query { film { id } }')).toBe(1);
    expect(objects('{ film { ...f } a: film { ...f } } fragment f on Film { genres { name } }')).toBe(12);
  });
});

describe('calls', () => {
  test.each([
    ['a list: one for each page', '{ films(first: 41) { totalCount } }', 3],
    ['a list without `first`', '{ films { nodes { title } } }', 1],
    ['a list read on: one more', '{ films(first: 40, after: "x") { totalCount } }', 3],
    ['each film of which more is asked', '{ films(first: 50) { nodes { title cast tagline } } }', 3 + 50],
    ['the same by edges and nodes: once', '{ films(first: 9) { edges { node { cast } } nodes { cast } } }', 1 + 9],
    ['a film by its number', '{ film { title cast } }', 1],
    ['a film by a number elsewhere', '{ film(imdbId: "tt") { cast } }', 2],
    ['half of each film of which only the summary is asked', '{ named(ids: ["a", "b", "c"]) { title } }', 2],
    ['half and whole', '{ a: film { title } b: film { cast } }', 2],
    ['entries of a library', '{ shelf(first: 100) { nodes { film { title } } } }', 50],
    ['entries with more', '{ shelf(first: 100) { nodes { film { cast } } } }', 100],
    ['further pages below a film', '{ film { likes(first: 50) { nodes { title } } } }', 1 + 2],
    ['further pages read on', '{ film { likes(first: 20, after: "x") { nodes { title } } } }', 1 + 1],
    ['films below films', '{ film { likes(first: 7) { nodes { cast } } } }', 1 + 7],
    ['languages of single fields, each once', '{ film { title(locale: "pt") tagline(locale: "pt") cast } }', 2],
    ['what is shared by a root field', '{ films(first: 20) { nodes { genres { name } } } }', 1 + 1],
    [
      'the same for each of two',
      '{ a: films { nodes { genres { name } } } b: films { nodes { genres { name } } } }',
      4,
    ],
    ['lists of usual length', '{ film { genres { films(first: 40) { totalCount } } } }', 1 + 1 + 5 * 2],
    ['anything by its ID', '{ node { id } }', 1],
    ['an entry by its ID: only its film', '{ node { ... on Entry { film { cast } } } }', 1],
    ['changes', 'mutation { change(input: { changes: [1, 2, 3, 4] }) { films { title } } }', 2],
    ['changes and more of their films', 'mutation { change(input: { changes: [1, 2, 3, 4] }) { films { cast } } }', 4],
  ])('counts %s: %s', (_, text, expected) => {
    expect(calls(text)).toBe(expected);
  });

  test('counts what fragments ask of one thing together', () => {
    const text = `{ films(first: 10) { nodes { ...a ...b } } }
      fragment a on Film { cast ...b } fragment b on Film { tagline ... { cast } }`;
    expect(calls(text)).toBe(1 + 10);
  });

  test('leaves out what is not included', () => {
    const text = `query Q($more: Boolean = false, $skip: Boolean!) {
      films(first: 10) { nodes { cast @include(if: $more) } }
      film @skip(if: $skip) { cast }
    }`;
    expect(calls(text, { skip: true })).toBe(1);
    expect(calls(text, { skip: false, more: true })).toBe(12);
  });
});

describe('variables', () => {
  const text = `query Q($n: Int = 4, $ids: [ID!]!, $locale: String, $input: ChangeInput) {
    films(first: $n) { nodes { title(locale: $locale) } } named(ids: $ids) { id }
  }`;

  test('are read at each evaluation, with their defaults', () => {
    const cost = compiled(text);
    expect(cost({ ids: ['a', 'b'] })).toEqual({ objects: 5 + 2, calls: 2 });
    expect(cost({ n: 41, ids: ['a'], locale: 'pt' })).toEqual({ objects: 42 + 1, calls: Math.ceil(3 + 41 + 0.5) });
    expect(cost({ n: null, ids: ['a'], locale: null })).toEqual({ objects: 21 + 1, calls: 2 });
  });

  test.each([[null], ['x'], [-1], [1.5], [Number.NaN], [1e300], [{}], [[]], [[[]]], [true]])(
    'that are %j give a number all the same',
    (value) => {
      const given = { n: value, ids: value, locale: value, input: value };
      const changing = 'mutation M($input: ChangeInput!) { change(input: $input) { films { cast } } }';
      for (const found of [calls(text, given), objects(text, given), calls(changing, given)]) {
        expect(Number.isFinite(found)).toBe(true);
      }
    },
  );

  test('count by a whole input', () => {
    const changing = 'mutation M($input: ChangeInput!) { change(input: $input) { films { title } } }';
    expect(calls(changing, { input: { changes: [1, 2, 3, 4, 5, 6] } })).toBe(3);
  });
});

test('each fragment is looked at once', () => {
  const chain = Array.from(
    { length: 60 },
    (_, at) => `fragment f${at} on Query { ...f${at + 1} ... { ...f${at + 1} } }`,
  );
  const cost = compiled(`{ ...f0 } ${chain.join(' ')} fragment f60 on Query { film { id } }`);
  expect(cost({}).objects).toBe(2 ** 60);
  expect(cost({}).calls).toBe(2 ** 59);
});
