import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../support/api.js';

const query = '{ about { mode } }';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

test.each([
  ['lists', '['.repeat(45_000), ']'.repeat(45_000)],
  ['objects', '{"a":'.repeat(16_000), '}'.repeat(16_000)],
])('variables of %s nested too deep to be written again do no harm to a known document', async (_what, open, close) => {
  const answer = await api.ask(query);
  expect(answer.data).toEqual({ about: { mode: 'LIVE' } });
  await api.ask(query, { another: 1 });
  const response = await api.fetch(`{"query":"${query}","variables":{"deep":${open}1${close}}}`);
  expect([response.status, await response.json()]).toEqual([200, { data: answer.data }]);
});
