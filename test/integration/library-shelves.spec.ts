import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ListEntryEntity } from '../../src/library/lists/list-entry.entity.js';
import type { SortName } from '../../src/library/shelves/library-sort.js';
import type { LibraryFilter, ShelfArgs } from '../../src/library/shelves/shelf.args.js';
import { cursorOfEntry } from '../../src/library/shelves/shelf-cursor.js';
import { historyShelf, listShelf, ratingsShelf, watchlistShelf } from '../../src/library/shelves/shelves.js';
import { toGlobalId } from '../../src/platform/graphql/nodes/global-id.js';
import { byNumber, idsOf, minutesAgo, ShelfRig } from '../support/shelf-rig.js';

const shelves = ShelfRig.forSuite();

describe('A shelf', () => {
  test('is read newest first, by one statement a page, and counted only when asked', async () => {
    for (const tmdbId of [3, 1, 2]) await shelves.want(tmdbId);
    shelves.statements.take();
    const page = await shelves.read(watchlistShelf, { first: 2 });
    expect(shelves.statements.take()).toHaveLength(1);
    expect(idsOf(page)).toEqual([1, 2]);
    expect(page).toMatchObject({ hasNextPage: true, isContinued: false, coveredCount: null });
    expect(await page.countAll()).toBe(3);
    expect(shelves.statements.take()).toHaveLength(1);
  });

  test('holds nothing of somebody else', async () => {
    await shelves.want(1);
    const other = await shelves.library.addUser();
    expect(idsOf(await shelves.read(watchlistShelf, {}, { ownerId: other, viewerId: other }))).toEqual([]);
  });

  test('gives each entry the cursor that an edge made on its own has', async () => {
    await shelves.want(1);
    await shelves.watch(1, 5);
    const [entry] = (await shelves.read(watchlistShelf)).rows;
    expect(cursorOfEntry(watchlistShelf, entry!.row)).toBe(entry!.cursor);
    const [viewing] = (await shelves.read(historyShelf)).rows;
    expect(cursorOfEntry(historyShelf, viewing!.row)).toBe(viewing!.cursor);
  });

  test('takes no cursor of another order, shelf or list', async () => {
    await shelves.want(1);
    const { cursor } = (await shelves.read(watchlistShelf)).rows[0]!;
    const wrong = { code: 'BAD_USER_INPUT' };
    await expect(shelves.read(watchlistShelf, { after: cursor, sort: 'ADDED_AT_ASC' })).rejects.toMatchObject(wrong);
    await expect(shelves.read(watchlistShelf, { after: cursor, sort: 'TITLE_ASC' })).rejects.toMatchObject(wrong);
    await expect(shelves.read(ratingsShelf, { after: cursor })).rejects.toMatchObject(wrong);
    await expect(shelves.read(watchlistShelf, { after: 'AQKwrNa5B_sD' })).rejects.toMatchObject(wrong);
  });

  test.each<[string, ShelfArgs]>([
    ['a length of 0', { first: 0 }],
    ['a length of 101', { first: 101 }],
    ['a rating below 0', { filter: { minRating: -1 } }],
    ['a rating above 10', { filter: { maxRating: 10.5 } }],
    ['a genre by the ID of a film', { filter: { genreId: toGlobalId('Movie', 18) } }],
  ])('refuses %s', async (_, args) => {
    await expect(shelves.read(watchlistShelf, args)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('is filtered by own rating, both ends included and cut to halves', async () => {
    for (const tmdbId of [1, 2, 3, 4]) await shelves.want(tmdbId);
    for (const [tmdbId, halfPoints] of [
      [1, 15],
      [2, 16],
      [3, 17],
    ] as const)
      await shelves.rate(tmdbId, halfPoints);
    expect(idsOf(await shelves.read(watchlistShelf, { filter: { minRating: 8 } }))).toEqual([2, 3]);
    expect(idsOf(await shelves.read(watchlistShelf, { filter: { maxRating: 8 } }))).toEqual([1, 2]);
    expect(idsOf(await shelves.read(watchlistShelf, { filter: { minRating: 7.6, maxRating: 8.4 } }))).toEqual([2]);
    expect(idsOf(await shelves.read(ratingsShelf, { filter: { minRating: 8.5 } }))).toEqual([3]);
    expect(await (await shelves.read(watchlistShelf, { filter: { minRating: 8 } })).countAll()).toBe(2);
  });

  test('is filtered by what was watched', async () => {
    for (const tmdbId of [1, 2]) await shelves.want(tmdbId);
    await shelves.watch(2, 10);
    expect(idsOf(await shelves.read(watchlistShelf, { filter: { isWatched: true } }))).toEqual([2]);
    expect(idsOf(await shelves.read(watchlistShelf, { filter: { isWatched: false } }))).toEqual([1]);
  });
});

describe('Pages of a shelf', () => {
  interface Film {
    readonly minutes: number;
    readonly halfPoints: number | null;
    readonly watched: number | null;
  }
  // Few values, so that many are equal.
  const film = fc.record<Film>({
    minutes: fc.nat(3),
    halfPoints: fc.option(fc.integer({ min: 1, max: 4 })),
    watched: fc.option(fc.nat(3)),
  });
  const sorts: SortName[] = ['ADDED_AT', 'RATING', 'LAST_WATCHED_AT'].flatMap((key) => [
    `${key}_ASC` as SortName,
    `${key}_DESC` as SortName,
  ]);

  async function fill(films: readonly Film[]): Promise<void> {
    await shelves.becomeNew();
    await Promise.all(
      films.map(async ({ minutes, halfPoints, watched }, tmdbId) => {
        await shelves.want(tmdbId, minutes);
        if (halfPoints !== null) await shelves.rate(tmdbId, halfPoints);
        if (watched !== null) await shelves.watch(tmdbId, watched);
      }),
    );
  }

  /** What a film is sorted by, growing; null is none. */
  function valueOf({ minutes, halfPoints, watched }: Film, sort: SortName): number | null {
    if (sort.startsWith('RATING')) return halfPoints;
    if (sort.startsWith('LAST')) return watched === null ? null : -watched;
    return -minutes;
  }

  test('glued together are the whole in order, whatever the order and the length of pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(film, { maxLength: 14 }),
        fc.constantFrom(...sorts),
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom<LibraryFilter>({}, { isWatched: true }, { minRating: 1 }),
        async (films, sort, first, filter) => {
          await fill(films);
          const entries = await shelves.readAll(watchlistShelf, { sort, first, filter });
          const fits = films.flatMap((it, tmdbId) => {
            const isIn =
              (filter.isWatched ? it.watched !== null : true) && (filter.minRating ? (it.halfPoints ?? 0) >= 2 : true);
            return isIn ? [tmdbId] : [];
          });
          expect(entries.map(({ tmdbId }) => tmdbId).toSorted(byNumber)).toEqual(fits);
          const values = entries.map(({ tmdbId }) => valueOf(films[tmdbId]!, sort));
          const order = sort.endsWith('_DESC') ? -1 : 1;
          const sorted = values.toSorted((a, b) =>
            a === null || b === null ? Number(a === null) - Number(b === null) : order * (a - b),
          );
          expect(values).toEqual(sorted);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('have no repeats and no gaps while films come and go', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(film, { minLength: 4, maxLength: 10 }),
        fc.constantFrom(...sorts),
        fc.integer({ min: 1, max: 3 }),
        fc.infiniteStream(fc.tuple(fc.boolean(), fc.nat(), fc.nat(3))),
        async (films, sort, first, moves) => {
          await fill(films);
          const before = (await shelves.readAll(watchlistShelf, { first: 100 })).toSorted(
            (a, b) => a.tmdbId - b.tmdbId,
          );
          const gone = new Set<number>();
          let added = 1000;
          const seen = await shelves.readAll(watchlistShelf, { sort, first }, shelves.own, async () => {
            const [isRemoval, which, minutes] = moves.next().value as [boolean, number, number];
            const entry = before[which % before.length]!;
            if (isRemoval) {
              gone.add(entry.tmdbId);
              await shelves.library.remove('watchlist_entries', entry.id);
            } else if (added < 1010) {
              await shelves.want(added, minutes);
              added += 1;
            }
          });
          const ids = seen.map(({ tmdbId }) => tmdbId);
          expect(new Set(ids).size).toBe(ids.length);
          const stayed = films.map((_, tmdbId) => tmdbId).filter((tmdbId) => !gone.has(tmdbId));
          expect(stayed.filter((tmdbId) => !ids.includes(tmdbId))).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('A list', () => {
  let listId: string;

  beforeEach(async () => {
    const now = minutesAgo(0);
    const columns = { user_id: shelves.userId, name: 'Best', visibility: 'UNLISTED', created_at: now, updated_at: now };
    listId = await shelves.library.insert('lists', columns);
    // By bytes, capitals come first.
    for (const [tmdbId, position] of [
      [1, 'a1'],
      [2, 'a0'],
      [3, 'Zz'],
    ] as const) {
      await shelves.library.insert('list_entries', {
        list_id: listId,
        tmdb_id: tmdbId,
        position,
        added_at: minutesAgo(tmdbId),
      });
    }
  });

  test('is read in its own order', async () => {
    const view = { ownerId: listId, viewerId: shelves.userId };
    const entries = await shelves.readAll<ListEntryEntity>(listShelf, { first: 1 }, view);
    expect(entries.map(({ tmdbId }) => tmdbId)).toEqual([3, 2, 1]);
    const [first] = (await shelves.read(listShelf, {}, view)).rows;
    expect(cursorOfEntry(listShelf, first!.row)).toBe(first!.cursor);
    expect(idsOf(await shelves.read(listShelf, { sort: 'POSITION_DESC' }, view))).toEqual([1, 2, 3]);
  });

  test("is sorted and filtered by the ratings of whoever looks, never by its owner's", async () => {
    const other = await shelves.library.addUser();
    await shelves.rate(1, 20);
    await shelves.rate(2, 2, other);
    await shelves.watch(1, 5);
    const sorted = async (viewerId: string | null, args: ShelfArgs) =>
      idsOf(await shelves.read(listShelf, args, { ownerId: listId, viewerId }));
    expect((await sorted(shelves.userId, { sort: 'RATING_DESC' }))[0]).toBe(1);
    expect((await sorted(other, { sort: 'RATING_DESC' }))[0]).toBe(2);
    expect(await sorted(other, { filter: { minRating: 0 } })).toEqual([2]);
    expect(await sorted(null, { filter: { minRating: 0 } })).toEqual([]);
    expect(await sorted(null, { filter: { isWatched: true } })).toEqual([]);
    expect(await sorted(shelves.userId, { filter: { isWatched: true } })).toEqual([1]);
  });

  test('takes no cursor of another list', async () => {
    const view = { ownerId: listId, viewerId: shelves.userId };
    const { cursor } = (await shelves.read(listShelf, {}, view)).rows[0]!;
    const elsewhere = { ...view, ownerId: shelves.userId };
    await expect(shelves.read(listShelf, { after: cursor }, elsewhere)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});
