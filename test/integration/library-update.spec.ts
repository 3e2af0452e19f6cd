import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { LibraryChangeInput } from '../../src/library/changes/batch/update-library.input.js';
import { readAddToWatchlist } from '../../src/library/changes/film-change.readers.js';
import { libraryLimits } from '../../src/library/changes/library-limits.js';
import { readCreateList } from '../../src/library/lists/changes/list-change.readers.js';
import { toGlobalId } from '../../src/platform/graphql/nodes/global-id.js';
import { ChangeRig } from '../support/change-rig.js';

const rig = ChangeRig.forSuite();

const adding = (tmdbIds: readonly number[]): LibraryChangeInput[] =>
  tmdbIds.map((tmdbId) => ({ addToWatchlist: { tmdbId } }));

const hundred = Array.from({ length: 100 }, (_, n) => n + 1);

async function newList(): Promise<string> {
  const { list } = await rig.make(readCreateList, { name: 'Best' });
  return toGlobalId('List', list.id);
}

describe('Changes that are made together', () => {
  test('are one statement each, after one that locks, and keep their order', async () => {
    expect(await rig.update(adding(hundred))).toMatchObject({ __typename: 'UpdateLibrarySuccess', tmdbIds: hundred });
    expect(rig.statements.take()).toHaveLength(101);
    const rows = await rig.select<{ tmdb_id: number; added_at: string }>(
      sql`select tmdb_id, added_at from watchlist_entries where user_id = ${rig.userId} order by added_at, id`,
    );
    expect(rows.map((row) => row.tmdb_id)).toEqual(hundred);
    expect(new Date(rows.at(-1)!.added_at)).toEqual(rig.now);
  });

  test('can be of every kind, and tell what they changed', async () => {
    const { entry } = await rig.make(readAddToWatchlist, { tmdbId: 9 });
    const listId = await newList();
    const doomed = await newList();
    const outcome = await rig.update([
      { addToWatchlist: { tmdbId: 1 } },
      { removeFromWatchlist: { tmdbId: 9 } },
      { removeFromFavorites: { tmdbId: 8 } },
      { rateMovie: { tmdbId: 1, value: 7.5 } },
      { markWatched: { tmdbId: 2, watchedAt: '2026-11-20' } },
      { setMovieNote: { tmdbId: 3, note: 'Later.' } },
      { createList: { name: 'New' } },
      { updateList: { listId, name: 'Better' } },
      { addToList: { listId, tmdbId: 4 } },
      { addToList: { listId: doomed, tmdbId: 4 } },
      { deleteList: { listId: doomed } },
    ]);
    expect(outcome).toMatchObject({
      __typename: 'UpdateLibrarySuccess',
      tmdbIds: [1, 9, 8, 2, 3, 4],
      lists: [{ name: 'New' }, { name: 'Better' }],
      removed: [
        { type: 'WatchlistEntry', id: entry.id },
        { type: 'List', id: expect.any(String) },
      ],
    });
  });

  test('are refused with every fault of the input and every missing film, by index', async () => {
    const outcome = await rig.update([
      { addToWatchlist: { tmdbId: 1 } },
      { addToFavorites: { tmdbId: 404 } },
      { rateMovie: { value: 11 } },
      {},
      { addToWatchlist: { tmdbId: 1 }, addToFavorites: { tmdbId: 1 } },
      { deleteList: { listId: 'x' } },
    ]);
    const path = ['input', 'changes'];
    expect(outcome).toMatchObject({
      __typename: 'LibraryChangesRejectedError',
      message: 'Nothing was changed: 5 changes can not be made.',
      failures: [
        { index: 1, error: { __typename: 'MovieNotFoundError', field: [...path, '1', 'addToFavorites', 'tmdbId'] } },
        {
          index: 2,
          error: {
            issues: [
              { field: [...path, '2', 'rateMovie', 'movieId'], code: 'REQUIRED' },
              { field: [...path, '2', 'rateMovie', 'value'], code: 'OUT_OF_RANGE' },
            ],
          },
        },
        { index: 3, error: { issues: [{ field: [...path, '3'], code: 'REQUIRED' }] } },
        { index: 4, error: { issues: [{ field: [...path, '4'], code: 'INVALID' }] } },
        { index: 5, error: { issues: [{ field: [...path, '5', 'deleteList', 'listId'], code: 'INVALID' }] } },
      ],
    });
    expect(rig.statements.take()).toEqual([]);
  });

  test('are all undone when one of them is refused', async () => {
    const listId = toGlobalId('List', randomUUID());
    const outcome = await rig.update([...adding([1, 2]), { addToList: { listId, tmdbId: 3 } }, ...adding([4])]);
    expect(outcome).toMatchObject({
      __typename: 'LibraryChangesRejectedError',
      failures: [
        {
          index: 2,
          error: { __typename: 'ListNotFoundError', field: ['input', 'changes', '2', 'addToList', 'listId'] },
        },
      ],
    });
    expect(await rig.count('watchlist_entries')).toBe(0);
  });

  test.each([
    ['none', 0, 'TOO_SHORT'],
    ['101', 101, 'TOO_LONG'],
  ])('are not %s', async (_, length, code) => {
    const changes = adding(Array.from({ length }, (__, n) => n + 1));
    const error = { __typename: 'InvalidInputError', issues: [{ field: ['input', 'changes'], code }] };
    expect(await rig.update(changes)).toMatchObject(error);
  });

  test('pass no limit: what was removed before makes room', async () => {
    await rig.fill('watchlist_entries', libraryLimits.entries - 1, { user_id: rig.userId, added_at: rig.now });
    expect(await rig.update(adding([1, 2]))).toMatchObject({
      failures: [{ index: 1, error: { __typename: 'LimitReachedError' } }],
    });
    const [one, two] = adding([1, 2]);
    const removal = { removeFromWatchlist: { tmdbId: 1 } };
    expect(await rig.update([one!, removal, two!])).toMatchObject({ __typename: 'UpdateLibrarySuccess' });
    expect(await rig.count('watchlist_entries')).toBe(libraryLimits.entries);
  });

  test('never wait for each other in a circle', async () => {
    const lists = [await newList(), await newList()];
    const into = (listId: string, tmdbId: number) => ({ addToList: { listId, tmdbId } });
    const batches = Array.from({ length: 6 }, (_, n) => {
      const [one, other] = n % 2 === 0 ? lists : lists.toReversed();
      return rig.update([into(one!, n + 1), ...adding([n + 1]), into(other!, n + 1)]);
    });
    for (const outcome of await Promise.all(batches)) {
      expect(outcome).toMatchObject({ __typename: 'UpdateLibrarySuccess' });
    }
  });

  test('made twice are made once', async () => {
    const changes: LibraryChangeInput[] = [...adding([1, 2]), { rateMovie: { tmdbId: 1, value: 3 } }];
    await rig.update(changes);
    await rig.update(changes);
    expect(await rig.count('watchlist_entries')).toBe(2);
    expect(await rig.count('ratings')).toBe(1);
  });
});
