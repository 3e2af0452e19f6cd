import { expect, test } from '@jest/globals';
import { startApi } from '../support/api.js';

test('calls that wait for each other share the time of their request', async () => {
  const api = await startApi({ TMDB_ATTEMPT_TIMEOUT_MS: '600', TMDB_DEADLINE_MS: '600' });
  try {
    // The list takes most of the time; the film's own call would have as much again if time were counted by call.
    api.standIn.fault('/movie/popular', { kind: 'delay', ms: 500 });
    api.standIn.fault(/^\/movie\/\d+$/, { kind: 'delay', ms: 450 });
    const { data, errors } = await api.ask('{ movies(first: 1) { nodes { title tagline } } }');
    expect(data.movies.nodes).toEqual([{ title: expect.any(String), tagline: null }]);
    expect(errors?.[0]).toMatchObject({
      path: ['movies', 'nodes', 0, 'tagline'],
      extensions: { code: 'UPSTREAM_UNAVAILABLE', retryable: true },
    });
  } finally {
    await api.close();
  }
});
