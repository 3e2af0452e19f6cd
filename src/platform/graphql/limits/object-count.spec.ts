import { describe, expect, test } from '@jest/globals';
import { buildSchema, type FragmentDefinitionNode, Kind, parse } from 'graphql';
import { countObjects } from './object-count.js';

const schema = buildSchema(`
  type Query { film: Film, films(first: Int = 20): FilmConnection, named(ids: [ID!]!): [Film], node: Node }
  interface Node { id: ID }
  type Film implements Node { id: ID, likes(first: Int = 20): FilmConnection, genres: [Genre!] }
  type Genre { name: String, films(first: Int = 20): FilmConnection }
  type FilmConnection { nodes: [Film!]!, totalCount: Int }
`);

function count(text: string, variables: Record<string, unknown> = {}): number {
  const { definitions } = parse(text);
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operation ? countObjects({ schema, operation, fragments, variables }) : 0;
}

describe('countObjects', () => {
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
    expect(count(text)).toBe(expected);
  });

  test('reads variables and their defaults', () => {
    const text = 'query Q($n: Int = 4, $ids: [ID!]!) { films(first: $n) { nodes { id } } named(ids: $ids) { id } }';
    expect(count(text, { ids: ['a', 'b'] })).toBe(5 + 2);
    expect(count(text, { n: 9, ids: ['a'] })).toBe(10 + 1);
  });

  test('counts a fragment once in one place, and again in another', () => {
    expect(count('{ ...f ...f } fragment f on Query { film { id } }')).toBe(1);
    expect(count('{ film { ...f } a: film { ...f } } fragment f on Film { genres { name } }')).toBe(12);
  });

  test('looks at each fragment once', () => {
    const chain = Array.from(
      { length: 60 },
      (_, at) => `fragment f${at} on Query { ...f${at + 1} ... { ...f${at + 1} } }`,
    );
    expect(count(`{ ...f0 } ${chain.join(' ')} fragment f60 on Query { film { id } }`)).toBe(2 ** 60);
  });
});
