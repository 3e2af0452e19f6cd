import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Viewer, ViewersService } from '../../src/auth/viewers/viewers.service.js';
import { LibraryNodes } from '../../src/library/library-nodes.js';
import { ListConnectionsService } from '../../src/library/lists/list-connections.service.js';
import { ListFactsLoader } from '../../src/library/lists/list-facts.loader.js';
import { ListsService } from '../../src/library/lists/lists.service.js';
import { HeldFilms } from '../../src/library/shelves/held-films.js';
import { StatisticsService } from '../../src/library/statistics/statistics.service.js';
import { WatchedFilmsService } from '../../src/library/statistics/watched-films.service.js';
import { ViewerStateLoader } from '../../src/library/viewer-state/viewer-state.loader.js';
import { parseGlobalId, toGlobalId } from '../../src/platform/graphql/nodes/global-id.js';
import { NodeRegistry } from '../../src/platform/graphql/nodes/node-registry.js';
import type { RequestContext } from '../../src/platform/request/request-context.js';
import { type LibraryRig, newCatalogue, newContext, startLibraryRig } from '../support/library-rig.js';
import { countStatements, type StatementCount } from '../support/statement-count.js';

const scope = { locale: 'en-US', locales: ['en-US'], region: 'US', isRegionNamed: false };
const day = (text: string): Date => new Date(`${text}T12:00:00.500Z`);

let rig: LibraryRig;
let statements: StatementCount;
let userId: string;

beforeAll(async () => {
  statements = countStatements();
  rig = await startLibraryRig();
});

afterAll(async () => {
  statements.stop();
  await rig.close();
});

beforeEach(async () => {
  userId = await rig.addUser('Ada');
});

function addList(columns: object = {}, by = userId): Promise<string> {
  const at = day('2026-11-01');
  const usual = { user_id: by, name: 'Best', visibility: 'PRIVATE', created_at: at, updated_at: at };
  return rig.insert('lists', { ...usual, ...columns });
}

function addToList(listId: string, tmdbId: number): Promise<string> {
  const columns = { list_id: listId, tmdb_id: tmdbId, position: `a${tmdbId}`, added_at: day('2026-11-01') };
  return rig.insert('list_entries', columns);
}

function watch(tmdbId: number, date: string, by = userId): Promise<string> {
  return rig.insert('viewings', { user_id: by, tmdb_id: tmdbId, watched_at: day(date) });
}

function want(tmdbId: number, by = userId): Promise<string> {
  return rig.insert('watchlist_entries', { user_id: by, tmdb_id: tmdbId, added_at: day('2026-11-01') });
}

describe('What a viewer has to do with films', () => {
  let states: ViewerStateLoader;

  beforeEach(() => {
    states = new ViewerStateLoader(rig.database);
  });

  test('is told of a hundred films by one statement', async () => {
    const [old, fresh] = [await addList({ created_at: day('2026-01-01') }), await addList({ name: 'New' })];
    await want(1);
    await rig.insert('favorites', { user_id: userId, tmdb_id: 2, added_at: day('2026-11-01') });
    await rig.insert('ratings', { user_id: userId, tmdb_id: 2, half_points: 17, rated_at: day('2026-11-01') });
    await watch(3, '2026-11-01');
    await watch(3, '2026-11-02');
    await rig.insert('movie_notes', { user_id: userId, tmdb_id: 3, text: 'Again!', updated_at: day('2026-11-01') });
    await addToList(old, 3);
    await addToList(fresh, 3);
    await addToList(fresh, 4);
    const other = await rig.addUser();
    await want(5, other);
    await addToList(await addList({}, other), 5);

    statements.take();
    const context = newContext();
    const ids = Array.from({ length: 100 }, (_, index) => index + 1);
    const all = await Promise.all(ids.map((tmdbId) => states.load(userId, tmdbId, context)));
    expect(statements.take()).toHaveLength(1);

    const nothing = {
      userId,
      isOnWatchlist: false,
      isFavorite: false,
      halfPoints: null,
      watchedCount: 0,
      lastWatchedAt: null,
      note: null,
      lists: [],
    };
    expect(all[0]).toEqual({ ...nothing, tmdbId: 1, isOnWatchlist: true });
    expect(all[1]).toEqual({ ...nothing, tmdbId: 2, isFavorite: true, halfPoints: 17 });
    const watched = { watchedCount: 2, lastWatchedAt: day('2026-11-02'), note: 'Again!' };
    expect(all[2]).toMatchObject({ ...watched, lists: [{ id: fresh }, { id: old }] });
    expect(all[3]!.lists).toEqual([
      expect.objectContaining({ id: fresh, userId, name: 'New', visibility: 'PRIVATE', createdAt: day('2026-11-01') }),
    ]);
    expect(all.slice(4)).toEqual(ids.slice(4).map((tmdbId) => ({ ...nothing, tmdbId })));
  });

  test('is remembered for a request, until it is told to forget', async () => {
    const context = newContext();
    await states.load(userId, 1, context);
    await want(1);
    expect(await states.load(userId, 1, context)).toMatchObject({ isOnWatchlist: false });
    states.forget(context);
    expect(await states.load(userId, 1, context)).toMatchObject({ isOnWatchlist: true });
  });
});

describe('Lists', () => {
  test('come newest first, page by page', async () => {
    const pages = new ListConnectionsService(rig.database);
    const ids: string[] = [];
    for (const date of ['2026-01-01', '2026-03-01', '2026-02-01', '2026-02-01']) {
      ids.push(await addList({ created_at: day(date) }));
    }
    await addList({}, await rig.addUser());
    const first = await pages.read(userId, { first: 3 });
    expect(first).toMatchObject({ hasNextPage: true, isContinued: false });
    expect(await first.countAll()).toBe(4);
    const last = await pages.read(userId, { first: 3, after: first.rows.at(-1)!.cursor });
    expect(last).toMatchObject({ hasNextPage: false, isContinued: true });
    const equal = [ids[2]!, ids[3]!].toSorted().toReversed();
    expect([...first.rows, ...last.rows].map(({ row }) => row.id)).toEqual([ids[1], ...equal, ids[0]]);
  });

  test('are seen by their owner, and by others when they are unlisted', async () => {
    const lists = new ListsService(rig.database);
    const other = await rig.addUser();
    const [secret, open] = [await addList(), await addList({ visibility: 'UNLISTED' })];
    const entries = [await addToList(secret, 1), await addToList(open, 1)] as const;
    const seen = async (viewerId: string | null) => [
      (await lists.findVisible(secret, viewerId)) !== null,
      (await lists.findVisible(open, viewerId)) !== null,
      (await lists.findVisibleEntry(entries[0], viewerId)) !== null,
      (await lists.findVisibleEntry(entries[1], viewerId)) !== null,
    ];
    expect(await seen(userId)).toEqual([true, true, true, true]);
    expect(await seen(other)).toEqual([false, true, false, true]);
    expect(await seen(null)).toEqual([false, true, false, true]);
    expect(await lists.findVisible(randomUUID(), userId)).toBeNull();
  });

  test('are counted and named by one statement a page, and never from memory', async () => {
    const facts = new ListFactsLoader(rig.database);
    const [full, empty] = [await addList(), await addList()];
    await addToList(full, 1);
    const nameless = await rig.addUser();
    const context = newContext();
    statements.take();
    expect(await Promise.all([full, empty, full].map((id) => facts.entryCount(id, context)))).toEqual([1, 0, 1]);
    expect(statements.take()).toHaveLength(1);
    expect(await Promise.all([userId, nameless].map((id) => facts.displayName(id, context)))).toEqual(['Ada', null]);
    expect(statements.take()).toHaveLength(1);
    await addToList(full, 2);
    expect(await facts.entryCount(full, context)).toBe(2);
  });
});

describe('A library in numbers', () => {
  test('is counted by one statement', async () => {
    await want(1);
    await addList();
    for (const [tmdbId, halfPoints] of [
      [1, 16],
      [2, 16],
      [3, 3],
    ] as const) {
      await rig.insert('ratings', {
        user_id: userId,
        tmdb_id: tmdbId,
        half_points: halfPoints,
        rated_at: day('2026-01-01'),
      });
    }
    for (const date of ['2026-11-01', '2026-11-30', '2026-10-01']) await watch(1, date);
    await watch(2, '2020-02-01');
    await watch(9, '2026-11-01', await rig.addUser());
    statements.take();
    expect(await new StatisticsService(rig.database).count(userId)).toEqual({
      watchlistCount: 1,
      favoriteCount: 0,
      ratingCount: 3,
      listCount: 1,
      viewingCount: 4,
      watchedMovieCount: 2,
      ratingMean: expect.closeTo((8 + 8 + 1.5) / 3, 10),
      ratingDistribution: [
        { value: 1.5, count: 1 },
        { value: 8, count: 2 },
      ],
      watchedByMonth: [
        { month: '2020-02', count: 1 },
        { month: '2026-10', count: 1 },
        { month: '2026-11', count: 2 },
      ],
    });
    expect(statements.take()).toHaveLength(1);
  });

  test('of an empty library has no mean', async () => {
    expect(await new StatisticsService(rig.database).count(userId)).toMatchObject({
      ratingMean: null,
      ratingDistribution: [],
      watchedByMonth: [],
      viewingCount: 0,
    });
  });

  test('shows the latest 24 months in which anything was watched', async () => {
    for (let month = 0; month < 30; month += 1) {
      await watch(1, new Date(Date.UTC(2024, month, 1)).toISOString().slice(0, 10));
    }
    const { watchedByMonth } = await new StatisticsService(rig.database).count(userId);
    expect(watchedByMonth).toHaveLength(24);
    expect([watchedByMonth[0]!.month, watchedByMonth[23]!.month]).toEqual(['2024-07', '2026-06']);
  });

  test('sums up what the catalogue holds, and fetches at most 20 films more, the latest', async () => {
    const { movies, films, calls, hold } = newCatalogue();
    const service = new WatchedFilmsService(rig.database, new HeldFilms(movies), movies);
    for (let tmdbId = 1; tmdbId <= 30; tmdbId += 1) {
      films.set(tmdbId, { title: `Film ${tmdbId}`, releaseDate: '1999-12-31', runtime: 100, genreIds: [18] });
      await watch(tmdbId, new Date(Date.UTC(2026, 0, tmdbId)).toISOString().slice(0, 10));
    }
    films.set(1, { releaseDate: '2000-01-01', runtime: 90, genreIds: [18, 35] });
    await watch(1, '2025-01-01');
    await hold([1, 2, 3]);
    statements.take();
    const first = await service.sum(userId, 'en-US', newContext());
    expect(statements.take()).toHaveLength(1);
    expect(calls.mock.calls.map(([id]) => id).toSorted((a, b) => b - a)).toEqual(
      Array.from({ length: 20 }, (_, index) => 30 - index),
    );
    expect(first.coveredCount).toBe(23);
    expect(first.minutesWatched).toBe(2 * 90 + 22 * 100);
    expect(Object.fromEntries(first.byGenre)).toEqual({ 18: 23, 35: 1 });
    expect(Object.fromEntries(first.byDecade)).toEqual({ 1990: 22, 2000: 1 });
    const second = await service.sum(userId, 'en-US', newContext());
    expect(second.coveredCount).toBe(30);
    expect(calls).toHaveBeenCalledTimes(27);
  });

  test('leaves out films that TMDb does not have, or does not tell of', async () => {
    const { movies, films, calls } = newCatalogue();
    const service = new WatchedFilmsService(rig.database, new HeldFilms(movies), movies);
    films.set(2, { runtime: 100 });
    for (const tmdbId of [1, 2, 3]) await watch(tmdbId, '2026-01-01');
    const known = calls.getMockImplementation()!;
    calls.mockImplementation((id) => (id === 3 ? Promise.reject(new Error('away')) : known(id)));
    expect(await service.sum(userId, 'en-US', newContext())).toMatchObject({ coveredCount: 1, minutesWatched: 100 });
  });
});

describe('Nodes of a library', () => {
  const registry = new NodeRegistry();

  beforeAll(() => {
    const viewers = {
      find: async ({ credentials }: RequestContext) =>
        credentials && ({ user: { id: credentials.userId }, sessionId: credentials.sessionId } as Viewer),
    };
    const states = new ViewerStateLoader(rig.database);
    const lists = new ListsService(rig.database);
    new LibraryNodes(registry, viewers as ViewersService, rig.database, lists, states).onModuleInit();
  });

  const find = (id: string, viewerId?: string) => registry.find(parseGlobalId(id)!, scope, [], newContext(viewerId));

  /** One of every type, by its global ID. */
  async function makeAll(): Promise<string[]> {
    const listId = await addList();
    const rated = { user_id: userId, tmdb_id: 1, half_points: 9, rated_at: day('2026-11-01') };
    const loved = { user_id: userId, tmdb_id: 1, added_at: day('2026-11-01') };
    return [
      toGlobalId('WatchlistEntry', await want(1)),
      toGlobalId('Favorite', await rig.insert('favorites', loved)),
      toGlobalId('MovieRating', await rig.insert('ratings', rated)),
      toGlobalId('Viewing', await watch(1, '2026-11-01')),
      toGlobalId('List', listId),
      toGlobalId('ListEntry', await addToList(listId, 1)),
      toGlobalId('MovieViewerState', `${userId}.1`),
    ];
  }

  test('are found by their owner, each under the ID it was asked by', async () => {
    for (const id of await makeAll()) {
      const { type } = parseGlobalId(id)!;
      expect(await find(id, userId)).toMatchObject({ __typename: type, id });
    }
  });

  test('are null to others and to nobody, like those that never were', async () => {
    const other = await rig.addUser();
    for (const id of await makeAll()) {
      expect([id, await find(id, other)]).toEqual([id, null]);
      expect([id, await find(id)]).toEqual([id, null]);
      const { type } = parseGlobalId(id)!;
      const key = type === 'MovieViewerState' ? `${randomUUID()}.1` : randomUUID();
      expect(await find(toGlobalId(type, key), userId)).toBeNull();
      expect(await find(toGlobalId(type, '1'), userId)).toBeNull();
    }
  });

  test('of an unlisted list are found by everyone', async () => {
    const listId = await addList({ visibility: 'UNLISTED' });
    const entryId = await addToList(listId, 1);
    expect(await find(toGlobalId('List', listId))).toMatchObject({ name: 'Best' });
    expect(await find(toGlobalId('ListEntry', entryId))).toMatchObject({ tmdbId: 1 });
  });
});
