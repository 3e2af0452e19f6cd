import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Answer, type Api, startApi } from '../support/api.js';
import { wholeSearch } from './queries/list-queries.js';
import { wholeMovie } from './queries/movie-queries.js';
import { personFacts } from './queries/person-queries.js';
import { ShiftedClock } from './shifted-clock.js';
import { catalogue, filmWhere } from './subjects.js';

const film = filmWhere(({ year }) => year !== null).id;
const [person] = catalogue.people;
const explain = { 'x-watchme-extensions': 'cache' };
const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** What a list shows of a film. */
const summary = `query { movie(tmdbId: ${film}) {
  title overview releaseDate runtimeMinutes genres { name } poster { url } rating { average }
} }`;

/** What was read before TMDb was lost. */
const reads: Readonly<Record<string, readonly [query: string, variables?: object]>> = {
  film: [wholeMovie, { tmdbId: film }],
  person: [personFacts, { tmdbId: person!.id }],
  search: [wholeSearch, { query: 'the' }],
  list: ['{ movies(first: 20) { nodes { title genres { name } cast(first: 2) { nodes { name } } } } }'],
  reference: [
    '{ genres { name } languages { code } countries { code } certifications { name } watchProviders { name } }',
  ],
  summary: [summary],
};

type Explained = Answer & { readonly extensions: { readonly cache: Readonly<Record<string, number>> } };

const clock = new ShiftedClock();
const before: Record<string, Answer['data']> = {};
let api: Api;

beforeAll(async () => {
  api = await startApi();
  for (const [name, read] of Object.entries(reads)) {
    const { data, errors } = await api.ask(...read);
    expect([name, errors]).toEqual([name, undefined]);
    before[name] = data;
  }
  api.standIn.fault('*', { kind: 'status', status: 503 });
});
afterAll(async () => {
  await api.close();
  clock.restore();
});

/** A refresh that was under way as the clock was moved has run out of time to be asked in, and whoever joined it too. */
const cleanly = { code: expect.stringMatching(/^UPSTREAM_(UNAVAILABLE|BUSY)$/), retryable: true };

const ask = ([query, variables]: readonly [string, object?]) =>
  api.ask(query, variables, explain) as Promise<Explained>;

test('for as long as six days and 23 hours all that was read is answered as it was, and called stale', async () => {
  clock.advance(6 * dayMs + 23 * hourMs);
  for (const [name, read] of Object.entries(reads)) {
    const { data, errors, extensions } = await ask(read);
    expect([name, errors]).toEqual([name, undefined]);
    expect(data).toEqual(before[name]);
    expect(extensions.cache).toMatchObject({ hits: 0, misses: 0 });
    expect(extensions.cache['stale']).toBeGreaterThan(0);
    expect(extensions.cache['ageSeconds']).toBeGreaterThanOrEqual(6.95 * 86_400);
  }
});

test('after seven days and an hour its parts are clean errors, and its summary is answered still', async () => {
  clock.advance(2 * hourMs);
  const { data, errors = [] } = await ask(['{ movies(first: 2) { totalCount } }']);
  expect(data).toEqual({ movies: null });
  expect(errors).toMatchObject([{ path: ['movies'], extensions: cleanly }]);
  const parts = await ask([`{ movie(tmdbId: ${film}) { title tagline cast(first: 1) { nodes { name } } } }`]);
  expect(parts.data.movie).toEqual({ title: before['summary'].movie.title, tagline: null, cast: null });
  expect(parts.errors).toHaveLength(2);
  for (const error of parts.errors ?? []) expect(error.extensions).toMatchObject(cleanly);
});

test.each([[0], [22]])('and so until day 30 (%d days on)', async (days) => {
  clock.advance(days * dayMs);
  const { data, errors, extensions } = await ask(reads['summary']!);
  expect(errors).toBeUndefined();
  expect(data).toEqual(before['summary']);
  expect(extensions.cache).toMatchObject({ hits: 0, misses: 0, upstreamCalls: 0 });
});

test('after it the film is a clean error, too', async () => {
  clock.advance(dayMs);
  const { data, errors } = await ask(reads['summary']!);
  expect(data).toEqual({ movie: null });
  expect(errors).toMatchObject([{ extensions: cleanly }]);
});

test('once TMDb is back, one read brings what is new, and the next has it fresh', async () => {
  clock.advance(hourMs);
  api.standIn.reset();
  await ask(reads['film']!);
  clock.advance(hourMs);
  api.standIn.changeFilm(film, { title: 'A New Name' });
  expect((await ask(reads['summary']!)).data).toEqual(before['summary']);
  for (let turns = 0; turns < 100_000 && (await ask(reads['summary']!)).extensions.cache['stale'] !== 0; turns += 1) {
    await nextTurn();
  }
  const { data, extensions } = await ask(reads['summary']!);
  expect(data.movie.title).toBe('A New Name');
  expect(extensions.cache).toMatchObject({ stale: 0, misses: 0 });
});
