import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import {
  readAddToFavorites,
  readAddToWatchlist,
  readMarkWatched,
  readRateMovie,
  readRemoveFromHistory,
  readRemoveFromWatchlist,
  readRemoveRating,
  readSetMovieNote,
} from '../../src/library/changes/film-change.readers.js';
import { libraryLimits } from '../../src/library/changes/library-limits.js';
import { toGlobalId } from '../../src/platform/graphql/nodes/global-id.js';
import { ChangeRig } from '../support/change-rig.js';

const rig = ChangeRig.forSuite();

describe('Adding a film', () => {
  test('twice is adding it once, by two statements', async () => {
    const first = await rig.make(readAddToWatchlist, { tmdbId: 550 });
    expect(rig.statements.take()).toHaveLength(2);
    rig.now = new Date(rig.now.getTime() + 5000);
    const second = await rig.make(readAddToWatchlist, { movieId: toGlobalId('Movie', 550) });
    expect(second.entry.id).toBe(first.entry.id);
    expect(second.entry.addedAt).toEqual(first.entry.addedAt);
    expect(await rig.count('watchlist_entries')).toBe(1);
  });

  test('twenty times at once is adding it once', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => rig.make(readAddToFavorites, { tmdbId: 550 })));
    expect(new Set(all.map(({ entry }) => entry.id)).size).toBe(1);
    expect(await rig.count('favorites')).toBe(1);
  });

  test('that TMDb does not have is refused, and nothing is kept', async () => {
    const refusal = { __typename: 'MovieNotFoundError', field: ['input', 'tmdbId'] };
    expect(await rig.refusal(readAddToWatchlist, { tmdbId: 404 })).toMatchObject(refusal);
    expect(await rig.refusal(readSetMovieNote, { tmdbId: 404, note: 'Where?' })).toMatchObject(refusal);
    expect(await rig.refusal(readAddToWatchlist, { tmdbId: -1 })).toMatchObject(refusal);
    expect(rig.asked).toEqual([404, 404]);
    expect(rig.statements.take()).toEqual([]);
  });

  test('while TMDb is away adds it all the same', async () => {
    rig.isTmdbAway = true;
    expect(await rig.make(readAddToWatchlist, { tmdbId: 404 })).toMatchObject({ entry: { tmdbId: 404 } });
  });

  test.each([
    ['no film', {}, 'REQUIRED'],
    ['a film in two ways', { movieId: toGlobalId('Movie', 550), tmdbId: 550 }, 'INVALID'],
    ['the ID of a person', { movieId: toGlobalId('Person', 550) }, 'INVALID'],
    ['no ID', { movieId: '550' }, 'INVALID'],
  ])('takes no input with %s', async (_, input, code) => {
    const error = { __typename: 'InvalidInputError', issues: [{ field: ['input', 'movieId'], code }] };
    expect(await rig.refusal(readAddToWatchlist, input)).toMatchObject(error);
    expect(rig.asked).toEqual([]);
  });

  test('of an account that is gone rejects', async () => {
    await rig.library.remove('users', rig.userId);
    await expect(rig.make(readAddToWatchlist, { tmdbId: 550 })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('is told by the viewer state at once', async () => {
    const writing = rig.writingOf();
    const state = () => rig.states.load(rig.userId, 550, writing.context);
    expect((await state()).isOnWatchlist).toBe(false);
    await rig.update([{ addToWatchlist: { tmdbId: 550 } }], writing);
    expect((await state()).isOnWatchlist).toBe(true);
  });
});

describe('Removing a film', () => {
  test('twice is removing it once, without asking TMDb, by a statement', async () => {
    const { entry } = await rig.make(readAddToWatchlist, { tmdbId: 550 });
    rig.asked = [];
    rig.statements.take();
    const removed = { type: 'WatchlistEntry', id: entry.id };
    expect(await rig.make(readRemoveFromWatchlist, { tmdbId: 550 })).toEqual({ tmdbId: 550, removed });
    expect(rig.statements.take()).toHaveLength(1);
    expect(await rig.make(readRemoveFromWatchlist, { tmdbId: 550 })).toEqual({ tmdbId: 550, removed: null });
    expect(rig.asked).toEqual([]);
  });

  test('leaves that of somebody else', async () => {
    await rig.make(readAddToWatchlist, { tmdbId: 550 });
    const other = await rig.library.addUser();
    expect(await rig.make(readRemoveFromWatchlist, { tmdbId: 550 }, other)).toMatchObject({ removed: null });
    expect(await rig.count('watchlist_entries')).toBe(1);
  });
});

describe('A rating', () => {
  test('is replaced by another, and is no other when given again', async () => {
    const first = await rig.make(readRateMovie, { tmdbId: 550, value: 8.5 });
    const { id, ratedAt } = first.entry;
    rig.now = new Date(rig.now.getTime() + 5000);
    const again = await rig.make(readRateMovie, { tmdbId: 550, value: 8.5 });
    expect(again.entry).toMatchObject({ id, ratedAt, halfPoints: 17 });
    const other = await rig.make(readRateMovie, { tmdbId: 550, value: 9 });
    expect(other.entry).toMatchObject({ id, ratedAt: rig.now, halfPoints: 18 });
    expect(await rig.make(readRemoveRating, { tmdbId: 550 })).toMatchObject({ removed: { type: 'MovieRating', id } });
  });

  test.each([
    [0, 'OUT_OF_RANGE'],
    [10.5, 'OUT_OF_RANGE'],
    [Number.NaN, 'OUT_OF_RANGE'],
    [7.3, 'INVALID'],
  ])('is never %d', async (value, code) => {
    const error = { issues: [{ field: ['input', 'value'], code }] };
    expect(await rig.refusal(readRateMovie, { tmdbId: 550, value })).toMatchObject(error);
  });
});

describe('The history', () => {
  test('notes a film once a minute when nobody says when', async () => {
    const first = await rig.make(readMarkWatched, { tmdbId: 550 });
    expect(first.entry.watchedAt).toEqual(new Date('2026-11-25T12:00:00Z'));
    rig.now = new Date('2026-11-25T12:00:59Z');
    expect((await rig.make(readMarkWatched, { tmdbId: 550 })).entry.id).toBe(first.entry.id);
    rig.now = new Date('2026-11-25T12:01:00Z');
    expect((await rig.make(readMarkWatched, { tmdbId: 550 })).entry.id).not.toBe(first.entry.id);
    await rig.make(readMarkWatched, { tmdbId: 550, watchedAt: '1999-10-15' });
    expect(await rig.count('viewings')).toBe(3);
  });

  test('loses a viewing by its ID, and none of somebody else', async () => {
    const { entry } = await rig.make(readMarkWatched, { tmdbId: 550 });
    const viewingId = toGlobalId('Viewing', entry.id);
    const other = await rig.library.addUser();
    const nothing = { tmdbId: null, removed: null };
    expect(await rig.make(readRemoveFromHistory, { viewingId }, other)).toEqual(nothing);
    const removed = { type: 'Viewing', id: entry.id };
    expect(await rig.make(readRemoveFromHistory, { viewingId })).toEqual({ tmdbId: 550, removed });
    expect(await rig.make(readRemoveFromHistory, { viewingId })).toEqual(nothing);
  });

  test('takes the ID of a viewing only', async () => {
    const error = { issues: [{ field: ['input', 'viewingId'], code: 'INVALID' }] };
    const viewingId = toGlobalId('Favorite', randomUUID());
    expect(await rig.refusal(readRemoveFromHistory, { viewingId })).toMatchObject(error);
  });
});

describe('A note', () => {
  test('is trimmed, replaced, and removed when it is empty', async () => {
    expect(await rig.make(readSetMovieNote, { tmdbId: 550, note: ' Do not\ntalk. ' })).toMatchObject({
      note: 'Do not\ntalk.',
    });
    expect(await rig.make(readSetMovieNote, { tmdbId: 550, note: 'Talk.' })).toMatchObject({ note: 'Talk.' });
    expect(await rig.count('movie_notes')).toBe(1);
    rig.asked = [];
    expect(await rig.make(readSetMovieNote, { tmdbId: 550, note: ' \n' })).toEqual({ tmdbId: 550, note: null });
    expect(await rig.make(readSetMovieNote, { tmdbId: 550, note: null })).toEqual({ tmdbId: 550, note: null });
    expect(await rig.count('movie_notes')).toBe(0);
    expect(rig.asked).toEqual([]);
  });
});

describe('A part that is nearly full', () => {
  test.each([
    ['watchlist_entries', readAddToWatchlist],
    ['favorites', readAddToFavorites],
  ])('of %s takes no more than fit, however many come at once', async (table, read) => {
    await rig.fill(table, libraryLimits.entries - 5, { user_id: rig.userId, added_at: new Date() });
    const all = await Promise.all(Array.from({ length: 12 }, (_, n) => rig.refusal(read, { tmdbId: n + 1 })));
    const refused = all.filter((outcome) => '__typename' in outcome && outcome.__typename !== 'made');
    expect(refused).toHaveLength(7);
    expect(refused[0]).toMatchObject({ __typename: 'LimitReachedError', limit: 10_000, field: null });
    expect(await rig.count(table)).toBe(libraryLimits.entries);
    expect(await rig.refusal(read, { tmdbId: 1_000_001 })).toEqual({ __typename: 'made' });
  });

  test('of ratings still takes another rating for a rated film', async () => {
    const columns = { user_id: rig.userId, rated_at: new Date(), half_points: 3 };
    await rig.fill('ratings', libraryLimits.entries, columns);
    const full = { __typename: 'LimitReachedError' };
    expect(await rig.refusal(readRateMovie, { tmdbId: 550, value: 5 })).toMatchObject(full);
    expect(await rig.make(readRateMovie, { tmdbId: 1_000_001, value: 5 })).toMatchObject({ entry: { halfPoints: 10 } });
  });

  test('of viewings has room for ten times as many', async () => {
    await rig.fill('viewings', libraryLimits.viewings - 1, { user_id: rig.userId, watched_at: new Date() });
    expect(await rig.refusal(readMarkWatched, { tmdbId: 550 })).toEqual({ __typename: 'made' });
    const full = { __typename: 'LimitReachedError', limit: 100_000 };
    expect(await rig.refusal(readMarkWatched, { tmdbId: 551 })).toMatchObject(full);
    await rig.select(sql`delete from viewings where user_id = ${rig.userId} and tmdb_id = 1000001`);
    expect(await rig.refusal(readMarkWatched, { tmdbId: 551 })).toEqual({ __typename: 'made' });
  });
});
