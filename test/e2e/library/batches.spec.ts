import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildSchema, type GraphQLInputObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import { type Account, cheapHashing, signUp } from '../../support/accounts.js';
import { type Api, startApi } from '../../support/api.js';
import { oneList, updateLibrary, viewerCounts, viewerLibrary } from '../queries/library-queries.js';
import { catalogue } from '../subjects.js';
import { type FilledLibrary, fillLibrary, shelved } from './filled-library.js';

const { kept, second, fresh } = shelved;
const noFilm = 999;
const watch = (tmdbId: number): object => ({ addToWatchlist: { tmdbId } });
const films = catalogue.films.slice(0, 100).map(({ id }) => id);

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

// Tests look into results of any shape; a type for each would say nothing more.
// oxlint-disable-next-line typescript/no-explicit-any
async function update(changes: readonly object[], by = viewer): Promise<any> {
  const { data, errors } = await by.ask(updateLibrary, { input: { changes } });
  expect(errors).toBeUndefined();
  return data.updateLibrary;
}

async function everything(of = viewer): Promise<unknown> {
  return [await of.ask(viewerLibrary), await of.ask(oneList, { id: library.list })];
}

/** One change of each kind, each of which can be made. */
const eachKind = ({ list, viewing, entries: [first, last] }: FilledLibrary): Record<string, object> => ({
  addToWatchlist: { tmdbId: fresh },
  removeFromWatchlist: { tmdbId: kept },
  addToFavorites: { tmdbId: fresh },
  removeFromFavorites: { tmdbId: kept },
  rateMovie: { tmdbId: fresh, value: 9.5 },
  removeRating: { tmdbId: kept },
  markWatched: { tmdbId: fresh, watchedAt: '2026-03-04' },
  removeFromHistory: { viewingId: viewing },
  setMovieNote: { tmdbId: kept, note: null },
  createList: { name: 'Snow' },
  updateList: { listId: list, name: 'Storm' },
  addToList: { listId: list, tmdbId: fresh, afterEntryId: first },
  moveListItem: { listId: list, entryId: last, afterEntryId: null },
  removeFromList: { listId: list, tmdbId: kept },
  deleteList: { listId: list },
});

const batchOf = (kinds: Record<string, object>): object[] =>
  Object.entries(kinds).map(([name, input]) => ({ [name]: input }));

describe('updateLibrary', () => {
  test('takes changes of every kind in their order, and says all that is new and gone', async () => {
    const kinds = eachKind(library);
    const input = buildSchema(readFileSync('schema.gql', 'utf8')).getType(
      'LibraryChangeInput',
    ) as GraphQLInputObjectType;
    expect(Object.keys(kinds).toSorted()).toEqual(Object.keys(input.getFields()).toSorted());
    const result = await update(batchOf(kinds));
    const { watchlist, favorite, rating, viewing, list, entries } = library;
    expect(result).toMatchObject({ __typename: 'UpdateLibrarySuccess', lists: [{ name: 'Snow' }] });
    expect(result.deletedIds).toEqual([watchlist, favorite, rating, viewing, entries[0], list]);
    expect(result.movies.map((film: { viewerState: object }) => film.viewerState)).toMatchObject([
      { tmdbId: fresh, isOnWatchlist: true, isFavorite: true, rating: 9.5, watchedCount: 1, lists: [] },
      { tmdbId: kept, isOnWatchlist: false, isFavorite: false, rating: null, watchedCount: 0, note: null, lists: [] },
      { tmdbId: second, lists: [] },
    ]);
    expect(result.viewer).toEqual((await viewer.ask(viewerCounts)).data.viewer);
  });

  test('tells of a list that stays how it is after the last of the changes', async () => {
    const { deleteList: _, ...kinds } = eachKind(library);
    const { lists } = await update(batchOf(kinds));
    expect(lists).toMatchObject([
      { name: 'Snow', entryCount: 0 },
      { id: library.list, name: 'Storm', entryCount: 2 },
    ]);
    const { data } = await viewer.ask(oneList, { id: library.list });
    expect(data.list.entries.nodes.map(({ tmdbId }: { tmdbId: number }) => tmdbId)).toEqual([second, fresh]);
  });

  test('says of every change at fault which it is and why, and makes none', async () => {
    const before = await everything();
    const result = await update([
      watch(fresh),
      watch(noFilm),
      { rateMovie: { tmdbId: fresh, value: 77 } },
      { removeFromHistory: { viewingId: 'x' } },
      {},
      { deleteList: { listId: library.list } },
      { addToFavorites: { tmdbId: fresh }, removeRating: { tmdbId: kept } },
    ]);
    const at = (...path: string[]): string[] => ['input', 'changes', ...path];
    expect(result).toMatchObject({
      __typename: 'LibraryChangesRejectedError',
      field: ['input', 'changes'],
      failures: [
        { index: 1, error: { __typename: 'MovieNotFoundError', field: at('1', 'addToWatchlist', 'tmdbId') } },
        { index: 2, error: { __typename: 'InvalidInputError', field: at('2', 'rateMovie', 'value') } },
        { index: 3, error: { __typename: 'InvalidInputError', field: at('3', 'removeFromHistory', 'viewingId') } },
        { index: 4, error: { __typename: 'InvalidInputError', field: at('4') } },
        { index: 6, error: { __typename: 'InvalidInputError', field: at('6') } },
      ],
    });
    expect(result.failures).toHaveLength(5);
    expect(await everything()).toEqual(before);
  });

  test('takes back what was made before a change that only the database refuses', async () => {
    const { deleteList, ...kinds } = eachKind(library);
    const before = await everything();
    // The list is gone by then.
    const late = { addToList: { listId: library.list, tmdbId: second } };
    const changes = [...batchOf(kinds), { deleteList }, late, watch(second)];
    expect(await update(changes)).toMatchObject({
      __typename: 'LibraryChangesRejectedError',
      failures: [{ index: changes.length - 2, error: { __typename: 'ListNotFoundError' } }],
    });
    expect(await everything()).toEqual(before);
  });

  test('makes a hundred changes, and not one of 101 or of none', async () => {
    const other = await signUp(api);
    for (const changes of [[...films, fresh].map(watch), []]) {
      const refused = await update(changes, other);
      expect(refused).toMatchObject({ __typename: 'InvalidInputError', field: ['input', 'changes'] });
    }
    expect((await other.ask(viewerLibrary)).data.viewer.watchlist.totalCount).toBe(0);
    const made = await update(films.map(watch), other);
    expect(made.movies).toHaveLength(100);
    expect((await other.ask(viewerLibrary)).data.viewer.watchlist.totalCount).toBe(100);
  });
});
