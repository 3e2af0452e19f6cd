import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../support/api.js';
import { catalogue } from './subjects.js';

let api: Api;
beforeAll(async () => {
  api = await startApi({ UPSTREAM_RATE_PER_SECOND: '15', TMDB_DEADLINE_MS: '2000', TMDB_ATTEMPT_TIMEOUT_MS: '2000' });
});
afterAll(() => api.close());

test('of 100 cold films those that get no turn in time are null, and there a little later', async () => {
  const ids = catalogue.films.slice(0, 100).map(({ id }) => id);
  const query = 'query ($ids: [Int!]!) { moviesByTmdbIds(tmdbIds: $ids) { tmdbId } }';
  const { data, errors = [] } = await api.ask(query, { ids });
  const films = data.moviesByTmdbIds as ({ tmdbId: number } | null)[];
  expect(films).toHaveLength(100);
  const missing = films.filter((film) => film === null).length;
  expect(missing).toBeGreaterThan(0);
  expect(missing).toBeLessThan(100);
  expect(errors).toHaveLength(missing);
  for (const { extensions } of errors) expect(extensions).toMatchObject({ code: 'UPSTREAM_BUSY', retryable: true });
  const again = await api.ask(query, { ids });
  expect((again.errors ?? []).length).toBeLessThan(missing);
});
