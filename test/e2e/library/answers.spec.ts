import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { type Account, cheapHashing, signUp } from '../../support/accounts.js';
import { type Api, startApi } from '../../support/api.js';
import * as accountQueries from '../queries/account-queries.js';
import * as queries from '../queries/library-queries.js';
import { anyNode, movieState } from '../queries/library-queries.js';
import { type ChangeCase, changeCases } from './change-cases.js';
import { type FilledLibrary, fillLibrary } from './filled-library.js';

let api: Api;
let viewer: Account;
let library: FilledLibrary;

beforeAll(async () => {
  api = await startApi(cheapHashing);
});

beforeEach(async () => {
  viewer = await signUp(api);
  library = await fillLibrary(viewer);
});

afterAll(() => api.close());

// Tests look into successes of any shape; a type for each would say nothing more.
// oxlint-disable-next-line typescript/no-explicit-any
async function make(name: string): Promise<any> {
  const document = (queries as Readonly<Record<string, string>>)[name] ?? '';
  const { data, errors } = await viewer.ask(document, { input: changeCases[name]?.input(library) });
  expect(errors).toBeUndefined();
  return data[name];
}

async function all(): Promise<unknown> {
  const [whole, list] = [
    await viewer.ask(queries.viewerLibrary),
    await viewer.ask(queries.oneList, { id: library.list }),
  ];
  return [whole, list];
}

async function edgesOf(shelf: ChangeCase['shelf']): Promise<{ cursor: string; node: { id: string } }[]> {
  if (shelf !== undefined) return (await viewer.ask(queries.viewerLibrary)).data.viewer[shelf].edges;
  return (await viewer.ask(queries.oneList, { id: library.list })).data.list.entries.edges;
}

describe('The success of a change says what clients that keep a cache need:', () => {
  test.each(Object.entries(changeCases))('%s', async (name, { says, shelf }) => {
    const result = await make(name);
    expect(result).toMatchObject(says(library));
    const { data } = await viewer.ask(queries.viewerCounts);
    expect(data.viewer.id).toBe(viewer.userId);
    expect(result.viewer).toEqual(data.viewer);
    for (const movie of [result.movie, ...(result.movies ?? [])].filter(Boolean)) {
      const { tmdbId } = movie.viewerState;
      expect((await viewer.ask(movieState, { tmdbId })).data.movie).toEqual(movie);
    }
    if (result.list) {
      expect((await viewer.ask(queries.oneList, { id: library.list })).data.list).toMatchObject(result.list);
    }
    if (result.edge) {
      const { cursor, node } = result.edge;
      expect(await edgesOf(shelf)).toContainEqual({ cursor, node: { id: node.id } });
    }
    for (const id of [result.deletedId, ...(result.deletedIds ?? [])].filter(Boolean)) {
      expect((await viewer.ask(anyNode, { id })).data.node).toBeNull();
    }
  });

  test('no mutation of the schema is left out', () => {
    const fields = buildSchema(readFileSync('schema.gql', 'utf8')).getMutationType()?.getFields() ?? {};
    const ofLibrary = Object.keys(fields).filter((name) => !(name in accountQueries));
    expect(Object.keys(changeCases).toSorted()).toEqual(ofLibrary.toSorted());
  });
});

describe('A change made twice is made once:', () => {
  test.each(Object.entries(changeCases).filter(([name]) => name !== 'createList'))('%s', async (name, { again }) => {
    const first = await make(name);
    const before = await all();
    expect(await make(name)).toEqual({ ...first, ...again });
    expect(await all()).toEqual(before);
  });

  test('createList alone makes another list each time', async () => {
    const [one, other] = [await make('createList'), await make('createList')];
    expect(other.edge.node.id).not.toBe(one.edge.node.id);
    expect(other.viewer.statistics.listCount).toBe(one.viewer.statistics.listCount + 1);
  });
});
