import { expect, test } from '@jest/globals';
import { buildSchema, execute, type GraphQLResolveInfo, parse } from 'graphql';
import { selectedFields } from './selected-fields.js';

const schema = buildSchema(`
  interface Node { id: ID }
  type Film implements Node { id: ID title(locale: String): String cast: String }
  type Person implements Node { id: ID images: String }
  type Query { film: Film node: Node }
`);

function fieldsOf(document: string, type = 'Film', variableValues = {}): string[] {
  let found: string[] = [];
  const look = (_args: unknown, _context: unknown, info: GraphQLResolveInfo): null => {
    found = selectedFields(info, type);
    return null;
  };
  void execute({ schema, document: parse(document), rootValue: { film: look, node: look }, variableValues });
  return found.toSorted();
}

test('names fields once, through fragments and aliases', () => {
  const document = '{ film { t: title ...F ... { cast } } } fragment F on Film { title cast }';
  expect(fieldsOf(document)).toEqual(['cast', 'title']);
});

test('leaves out fields of other types, skipped ones, and those that read something else', () => {
  const document = `query ($no: Boolean = false) {
    node { ... on Person { images } ... on Film { cast title(locale: "pt") } id @include(if: $no) ... on Node { id @skip(if: true) } }
  }`;
  expect(fieldsOf(document)).toEqual(['cast']);
});

test('reads a fragment once, however often others spread it', () => {
  const levels = 60;
  const chain = Array.from({ length: levels }, (_, n) => `fragment F${n} on Film { ...F${n + 1} ...F${n + 1} }`);
  const document = `{ film { ...F0 ...F0 } } ${chain.join(' ')} fragment F${levels} on Film { title }`;
  expect(fieldsOf(document)).toEqual(['title']);
});
