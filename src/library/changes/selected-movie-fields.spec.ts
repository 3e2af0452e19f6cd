import { expect, test } from '@jest/globals';
import { buildSchema, execute, type GraphQLResolveInfo, parse } from 'graphql';
import { selectedMovieFields } from './selected-movie-fields.js';

const schema = buildSchema(`
  type Movie { title: String cast: String runtimeMinutes: Int similar: [Movie] }
  type Entry { id: ID movie: Movie }
  type Success { movie: Movie movies: [Movie] edge: Entry }
  type Failure { message: String }
  union Result = Success | Failure
  type Query { _: ID }
  type Mutation { add: Result }
`);

function fieldsOf(document: string): string[] {
  let found: string[] = [];
  const add = (_args: unknown, _context: unknown, info: GraphQLResolveInfo): null => {
    found = selectedMovieFields(info);
    return null;
  };
  void execute({ schema, document: parse(document), rootValue: { add } });
  return found.toSorted();
}

test('finds the fields of films, wherever the answer holds one', () => {
  const document = `mutation { add { ... on Success { movie { title } ...E } ... on Failure { message } } }
    fragment E on Success { edge { id movie { cast ...F } } movies { similar { title } } }
    fragment F on Movie { runtimeMinutes }`;
  expect(fieldsOf(document)).toEqual(['cast', 'runtimeMinutes', 'similar', 'title']);
});

test('finds none where no film is selected', () => {
  expect(fieldsOf('mutation { add { ... on Success { edge { id } } } }')).toEqual([]);
});

test('reads a fragment once, however often others spread it', () => {
  const chain = Array.from({ length: 60 }, (_, n) => `fragment F${n} on Success { ...F${n + 1} ...F${n + 1} }`);
  const document = `mutation { add { ...F0 } } ${chain.join(' ')} fragment F60 on Success { movie { title } }`;
  expect(fieldsOf(document)).toEqual(['title']);
});
