import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Account, cheapHashing, signUp } from '../../support/accounts.js';
import { type Api, startApi } from '../../support/api.js';
import {
  addToFavorites,
  addToList,
  addToWatchlist,
  createList,
  deleteList,
  markWatched,
  moveListItem,
  oneList,
  rateMovie,
  removeFromFavorites,
  removeFromHistory,
  removeFromList,
  removeFromWatchlist,
  removeRating,
  setMovieNote,
  updateLibrary,
  updateList,
  viewerLibrary,
  viewerStatistics,
} from '../queries/library-queries.js';

const [film, otherFilm] = [1_000_000_076, 1_000_000_350];

let api: Api;
let viewer: Account;

beforeAll(async () => {
  api = await startApi(cheapHashing);
});

beforeEach(async () => {
  viewer = await signUp(api);
});

afterAll(() => api.close());

// oxlint-disable-next-line typescript/no-explicit-any
async function done(query: string, input: object, by = viewer): Promise<any> {
  const { data, errors } = await by.ask(query, { input });
  expect(errors).toBeUndefined();
  return Object.values(data)[0];
}

// oxlint-disable-next-line typescript/no-explicit-any
async function library(by = viewer): Promise<any> {
  return (await by.ask(viewerLibrary)).data.viewer;
}

describe('The watchlist and the favourites', () => {
  test.each([
    ['watchlist', addToWatchlist, removeFromWatchlist, 'isOnWatchlist'],
    ['favorites', addToFavorites, removeFromFavorites, 'isFavorite'],
  ])('%s takes a film once and lets it go', async (shelf, add, remove, state) => {
    const first = await done(add, { tmdbId: film });
    expect(first.movie).toMatchObject({ title: 'Seven Samurai', viewerState: { [state]: true } });
    const again = await done(add, { tmdbId: film });
    expect(again.edge.node.id).toBe(first.edge.node.id);
    expect((await library())[shelf]).toMatchObject({ totalCount: 1, nodes: [{ movie: { title: 'Seven Samurai' } }] });
    const removed = await done(remove, { tmdbId: film });
    expect(removed).toMatchObject({ deletedId: first.edge.node.id, movie: { viewerState: { [state]: false } } });
    expect((await done(remove, { tmdbId: film })).deletedId).toBeNull();
    expect((await library())[shelf].totalCount).toBe(0);
  });

  test('refuse a film that does not exist', async () => {
    expect((await done(addToWatchlist, { tmdbId: 999 })).__typename).toBe('MovieNotFoundError');
  });

  test('take a film while TMDb is away', async () => {
    api.standIn.fault('*', { kind: 'status', status: 500 });
    try {
      const { data } = await viewer.ask(addToWatchlist, { input: { tmdbId: 1_000_000_201 } });
      expect(data.addToWatchlist.edge.node.tmdbId).toBe(1_000_000_201);
    } finally {
      api.standIn.reset();
    }
    expect((await library()).watchlist.totalCount).toBe(1);
  });

  test('want a film named one way', async () => {
    const refused = await done(addToWatchlist, {});
    expect(refused.__typename).toBe('InvalidInputError');
  });
});

describe('Ratings, history and notes', () => {
  test('a rating is set, changed and taken back', async () => {
    expect((await done(rateMovie, { tmdbId: film, value: 8.5 })).movie.viewerState.rating).toBe(8.5);
    expect((await done(rateMovie, { tmdbId: film, value: 9 })).edge.node.value).toBe(9);
    expect((await library()).ratings.nodes).toMatchObject([{ value: 9 }]);
    expect((await done(rateMovie, { tmdbId: film, value: 9.3 })).__typename).toBe('InvalidInputError');
    expect((await done(removeRating, { tmdbId: film })).movie.viewerState.rating).toBeNull();
  });

  test('a film is watched many times', async () => {
    await done(markWatched, { tmdbId: film, watchedAt: '2026-01-02' });
    const second = await done(markWatched, { tmdbId: film, watchedAt: '2026-03-04T20:00:00Z' });
    expect(second.movie.viewerState).toMatchObject({ watchedCount: 2, lastWatchedAt: '2026-03-04T20:00:00.000Z' });
    const removed = await done(removeFromHistory, { viewingId: second.edge.node.id });
    expect(removed.movie.viewerState.watchedCount).toBe(1);
    expect((await done(markWatched, { tmdbId: film, watchedAt: '2999-01-01' })).__typename).toBe('InvalidInputError');
    const { data } = await viewer.ask(viewerStatistics);
    expect(data.viewer.statistics).toMatchObject({ viewingCount: 1, minutesWatched: 207, coveredCount: 1 });
  });

  test('a note is kept and taken away', async () => {
    expect((await done(setMovieNote, { tmdbId: film, note: ' Rain. ' })).movie.viewerState.note).toBe('Rain.');
    expect((await done(setMovieNote, { tmdbId: film, note: '' })).movie.viewerState.note).toBeNull();
  });
});

describe('Lists', () => {
  const titlesOf = (list: { entries: { nodes: { tmdbId: number }[] } }): number[] =>
    list.entries.nodes.map(({ tmdbId }) => tmdbId);

  test('are made, changed, filled, ordered and deleted', async () => {
    const made = await done(createList, { name: 'Rain' });
    const listId = made.edge.node.id as string;
    const changed = await done(updateList, { listId, description: 'Wet ones', visibility: 'UNLISTED' });
    expect(changed.list).toMatchObject({ name: 'Rain', description: 'Wet ones', visibility: 'UNLISTED' });
    await done(addToList, { listId, tmdbId: film });
    const second = await done(addToList, { listId, tmdbId: otherFilm });
    await done(moveListItem, { listId, entryId: second.edge.node.id, afterEntryId: null });
    const { data } = await viewer.ask(oneList, { id: listId });
    expect(titlesOf(data.list)).toEqual([otherFilm, film]);
    expect((await done(removeFromList, { listId, tmdbId: film })).list.entryCount).toBe(1);
    expect((await done(deleteList, { listId })).deletedId).toBe(listId);
    expect((await viewer.ask(oneList, { id: listId })).data.list).toBeNull();
  });

  test('of others are there for whoever has their ID when they are unlisted, and else like none', async () => {
    const stranger = await signUp(api);
    const listId = (await done(createList, { name: 'Mine' })).edge.node.id as string;
    expect((await stranger.ask(oneList, { id: listId })).data.list).toBeNull();
    expect((await done(addToList, { listId, tmdbId: film }, stranger)).__typename).toBe('ListNotFoundError');
    expect((await done(updateList, { listId, name: 'Theirs' }, stranger)).__typename).toBe('ListNotFoundError');
    expect((await done(deleteList, { listId }, stranger)).deletedId).toBeNull();
    await done(updateList, { listId, visibility: 'UNLISTED' });
    const seen = await stranger.ask(oneList, { id: listId });
    expect(seen.data.list).toMatchObject({ name: 'Mine', isOwn: false, owner: { displayName: null } });
  });
});

describe('updateLibrary', () => {
  test('makes all changes together', async () => {
    const changes = [{ addToWatchlist: { tmdbId: film } }, { rateMovie: { tmdbId: otherFilm, value: 7 } }];
    expect((await done(updateLibrary, { changes })).__typename).toBe('UpdateLibrarySuccess');
    expect(await library()).toMatchObject({ watchlist: { totalCount: 1 }, ratings: { totalCount: 1 } });
  });

  test('makes none if one can not be made, and says which', async () => {
    const changes = [{ addToWatchlist: { tmdbId: film } }, { rateMovie: { tmdbId: otherFilm, value: 77 } }];
    const rejected = await done(updateLibrary, { changes });
    expect(rejected).toMatchObject({ __typename: 'LibraryChangesRejectedError', failures: [{ index: 1 }] });
    expect((await library()).watchlist.totalCount).toBe(0);
  });
});

describe("What is one viewer's", () => {
  const mine = 'query ($id: ID!) { node(id: $id) { __typename } }';

  test('is null to others through `node`, like what never was', async () => {
    const stranger = await signUp(api);
    const ids = [
      viewer.userId,
      (await done(addToWatchlist, { tmdbId: film })).edge.node.id,
      (await done(addToFavorites, { tmdbId: film })).edge.node.id,
      (await done(rateMovie, { tmdbId: film, value: 5 })).movie.viewerState.id,
      (await done(rateMovie, { tmdbId: film, value: 5 })).edge.node.id,
      (await done(markWatched, { tmdbId: film })).edge.node.id,
      (await done(createList, { name: 'Mine' })).edge.node.id,
    ];
    for (const id of ids) {
      expect((await viewer.ask(mine, { id })).data.node).not.toBeNull();
      expect(await stranger.ask(mine, { id })).toEqual({ data: { node: null } });
      expect(await api.ask(mine, { id })).toEqual({ data: { node: null } });
    }
  });

  test('never reaches another who asks the same at the same time', async () => {
    const other = await signUp(api);
    await done(rateMovie, { tmdbId: film, value: 2 });
    await done(rateMovie, { tmdbId: film, value: 9 }, other);
    const query = `{ movie(tmdbId: ${film}) { title viewerState { rating } } viewer { email } }`;
    const asked = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? viewer : other));
    const answers = await Promise.all(asked.map((account) => account.ask(query)));
    answers.forEach(({ data }, index) => {
      expect(data.viewer.email).toBe(asked[index]?.email);
      expect(data.movie.viewerState.rating).toBe(index % 2 === 0 ? 2 : 9);
    });
    expect((await api.ask(query)).data).toEqual({ movie: { title: 'Seven Samurai', viewerState: null }, viewer: null });
  });

  test('is kept by no cache', async () => {
    const response = await api.fetch({ query: '{ viewer { email } }' }, viewer.headers);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
  });

  test('is refused to whoever is not signed in', async () => {
    const { data, errors } = await api.ask(addToWatchlist, { input: { tmdbId: film } });
    expect(data.addToWatchlist).toBeNull();
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});
