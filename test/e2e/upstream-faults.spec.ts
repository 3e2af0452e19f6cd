import type { Fault } from '#demo/stand-in.js';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Api, startApi } from '../support/api.js';
import { errorsOf, type ShownError } from './client-fault.js';
import { ShiftedClock } from './shifted-clock.js';

// A machine that is busy with other tests may hold up what has a second to be done.
jest.retryTimes(2);

interface Outage {
  readonly fault: Fault;
  readonly retryable: boolean;
  readonly retryAfterSeconds?: number;
}

const outages: Readonly<Record<string, Outage>> = {
  'status 400': { fault: { kind: 'status', status: 400 }, retryable: false },
  'status 401': { fault: { kind: 'status', status: 401 }, retryable: false },
  'status 403': { fault: { kind: 'status', status: 403 }, retryable: false },
  'status 429': { fault: { kind: 'status', status: 429 }, retryable: true, retryAfterSeconds: 1 },
  'status 429 with Retry-After': {
    fault: { kind: 'status', status: 429, retryAfterSeconds: 17 },
    retryable: true,
    retryAfterSeconds: 17,
  },
  'status 500': { fault: { kind: 'status', status: 500 }, retryable: true },
  'status 502': { fault: { kind: 'status', status: 502 }, retryable: true },
  'status 503': { fault: { kind: 'status', status: 503 }, retryable: true },
  'status 504': { fault: { kind: 'status', status: 504, body: '<html>a gateway</html>' }, retryable: true },
  hang: { fault: { kind: 'hang' }, retryable: true },
  reset: { fault: { kind: 'reset' }, retryable: true },
  cut: { fault: { kind: 'cut' }, retryable: true },
  'half-body': { fault: { kind: 'half-body' }, retryable: true },
  rubbish: { fault: { kind: 'rubbish' }, retryable: true },
  'wrong-shape': { fault: { kind: 'wrong-shape' }, retryable: true },
  huge: { fault: { kind: 'huge', bytes: 500_000_000 }, retryable: false },
  drip: { fault: { kind: 'drip', ms: 20 }, retryable: true },
};

const query = `{
  movies(first: 2) { nodes { title cast(first: 1) { nodes { name } } } }
  genres { name }
}`;

const clock = new ShiftedClock();
let api: Api;
beforeAll(async () => {
  api = await startApi({ TMDB_CONNECT_TIMEOUT_MS: '1000', TMDB_ATTEMPT_TIMEOUT_MS: '600', TMDB_DEADLINE_MS: '1200' });
});
afterEach(() => {
  api.standIn.reset();
  clock.advanceMonths();
});
afterAll(async () => {
  await api.close();
  clock.restore();
});

/** Asks with all of TMDb well, months away from whatever else was asked. */
async function askWell() {
  api.standIn.reset();
  const answer = await api.ask(query);
  clock.advanceMonths();
  return answer;
}

describe.each(Object.entries(outages))('%s', (_name, { fault, retryable, retryAfterSeconds }) => {
  const extensions = { code: 'UPSTREAM_UNAVAILABLE', retryable, ...(retryAfterSeconds && { retryAfterSeconds }) };

  function expectOutages(errors: readonly ShownError[], paths: readonly (readonly (string | number)[])[]): void {
    expect(errors.map(({ path }) => path)).toEqual(expect.arrayContaining([...paths]));
    expect(errors).toHaveLength(paths.length);
    for (const error of errors) expect(error.extensions).toMatchObject(extensions);
  }

  test('of all: every field is null, and the answer is clean', async () => {
    api.standIn.fault('*', fault);
    const response = await api.fetch({ query });
    expect(response.status).toBe(200);
    const copy = response.clone();
    expectOutages(await errorsOf(response), [['movies'], ['genres']]);
    expect(await copy.json()).toMatchObject({ data: { movies: null, genres: null } });
  });

  test('of one root field: the other stands', async () => {
    const well = await askWell();
    // Banned by a 429 TMDb is not asked at all, so films have to be held already.
    await api.ask('{ movies(first: 2) { nodes { title cast(first: 1) { nodes { name } } } } }');
    api.standIn.fault('/genre/movie/list', fault);
    const response = await api.fetch({ query });
    const copy = response.clone();
    expectOutages(await errorsOf(response), [['genres']]);
    expect(await copy.json()).toMatchObject({ data: { movies: well.data.movies, genres: null } });
  });

  test('of what belongs to a film: its title stands, for the list told it', async () => {
    const well = await askWell();
    await api.ask('{ movies(first: 2) { nodes { title } } genres { name } }');
    api.standIn.fault(/^\/movie\/\d+$/, fault);
    const response = await api.fetch({ query });
    const copy = response.clone();
    expectOutages(await errorsOf(response), [
      ['movies', 'nodes', 0, 'cast'],
      ['movies', 'nodes', 1, 'cast'],
    ]);
    const nodes = (well.data.movies.nodes as { title: string }[]).map(({ title }) => ({ title, cast: null }));
    expect((await copy.json()) as object).toMatchObject({ data: { movies: { nodes }, genres: well.data.genres } });
  });

  test('is not remembered: once it is over, the next answer is whole', async () => {
    const well = await askWell();
    api.standIn.fault('*', fault);
    await api.fetch({ query });
    api.standIn.reset();
    // The ban of a 429 ends by itself; what was cached would last longer than a minute.
    clock.advanceMinute();
    expect(well.errors).toBeUndefined();
    expect(await api.ask(query)).toEqual(well);
  });
});

describe('status 404', () => {
  const outage = { extensions: { code: 'UPSTREAM_UNAVAILABLE', retryable: true } };
  const lists = ['movies', 'people', 'discoverMovies', 'searchMovies(query: "x")'].map(
    (field) => `${field} { totalCount }`,
  );
  const everything = [
    ...lists,
    'watchProviders { name }',
    'certifications { name }',
    'genres { name }',
    'languages { code }',
    'countries { code }',
    'search(query: "x") { people { totalCount } collections { totalCount } keywords { totalCount } top { __typename } }',
    'movie(imdbId: "tt0000001") { title }',
    'person(imdbId: "nm0000001") { name }',
  ];

  test('of TMDb is an answer: there is no such film', async () => {
    api.standIn.fault(/^\/movie\/\d+$/, { kind: 'status', status: 404 });
    expect(await api.ask('{ movie(tmdbId: 1000000001) { title } }')).toEqual({ data: { movie: null } });
  });

  test('of somebody else is an outage, of films too', async () => {
    api.standIn.fault('*', { kind: 'status', status: 404, body: '<h1>no</h1>' });
    const { data, errors } = await api.ask('{ movie(tmdbId: 1000000001) { title } }');
    expect(data).toEqual({ movie: null });
    expect(errors).toMatchObject([outage]);
  });

  test.each(['of TMDb', 'of somebody else'])(
    '%s to what is always there is an outage, never an empty list',
    async (whose) => {
      const body = whose === 'of TMDb' ? {} : { body: '<h1>no</h1>' };
      api.standIn.fault('*', { kind: 'status', status: 404, ...body });
      for (const field of everything) {
        const { errors = [] } = await api.ask(`{ ${field} }`);
        expect([field, errors.length]).toEqual([field, field.startsWith('search(') ? 4 : 1]);
        for (const error of errors) expect(error).toMatchObject(outage);
      }
    },
  );
});

describe.each([429, 503])('a %i with Retry-After', (status) => {
  test('is obeyed: nothing more is asked until it is over', async () => {
    api.standIn.fault('/genre/movie/list', { kind: 'status', status, retryAfterSeconds: 30 });
    api.takeCalls();
    await api.ask('{ genres { name } }');
    expect(api.takeCalls()).toHaveLength(1);
    const answer = await api.ask('{ languages { code } }');
    expect(answer.errors).toMatchObject([{ extensions: { retryable: true, retryAfterSeconds: 30 } }]);
    expect(api.takeCalls()).toEqual([]);
  });
});

describe('bodies of 500 MB', () => {
  test('are not held in memory', async () => {
    const before = process.memoryUsage.rss();
    api.standIn.fault('*', { kind: 'huge', bytes: 500_000_000 });
    const lists = ['POPULAR', 'TOP_RATED', 'NOW_PLAYING', 'UPCOMING', 'TRENDING_DAY'];
    const answers = await Promise.all(lists.map((list) => api.ask(`{ movies(list: ${list}) { totalCount } }`)));
    for (const { data, errors } of answers) {
      expect(data).toEqual({ movies: null });
      expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE', retryable: false } }]);
    }
    expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000);
  });
});
