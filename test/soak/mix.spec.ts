import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { exchange, type FullAnswer } from '../faults/exchange.js';
import { makeViewer } from '../faults/make-viewer.js';
import type { Viewer } from '../faults/requests.js';
import { cheapHashing } from '../support/accounts.js';
import { type Api, startApi } from '../support/api.js';
import { mixOf, perSecond } from './mix.js';
import type { Next } from './reads.js';
import type { SoakKind } from './soak-request.js';

/** So many of each that all of its requests come at least twice, but for the hostile ones. */
const rounds: Partial<Record<SoakKind, number>> = { bad: 60, hostile: 40, login: 1 };

let api: Api;
let viewer: Viewer;
let mix: Readonly<Record<SoakKind, Next>>;

beforeAll(async () => {
  api = await startApi(cheapHashing);
  viewer = await makeViewer(api.url);
  mix = mixOf(() => viewer);
});
afterAll(() => api.close());

function send(request: ReturnType<Next>): Promise<FullAnswer> {
  const { hostname: host, port } = new URL(api.url);
  return exchange({ host, port: Number(port) }, request);
}

test.each(Object.keys(perSecond) as SoakKind[])(
  'requests of the kind `%s` are answered as they should be',
  async (kind) => {
    for (let number = 0; number < (rounds[kind] ?? 24); number += 1) {
      const request = mix[kind]();
      const answer = await send(request);
      expect({ number, ...request.judge(answer, []) }).toEqual({ number, verdict: 'ok' });
    }
  },
);

test.each((Object.keys(perSecond) as SoakKind[]).filter((kind) => kind !== 'hostile'))(
  'nothing is no answer to the kind `%s`',
  (kind) => {
    const nothing = { status: 200, headers: {}, text: '{"data":{}}' };
    expect(mix[kind]().judge(nothing, []).verdict).toBe('failed');
  },
);

test('what a client has is not sent again', async () => {
  for (let number = 0; number < 4; number += 1) expect((await send(mix.unchanged())).status).toBe(304);
});

test('what was registered is asked by hash alone, and has to be known', async () => {
  const request = mix.persisted();
  expect([request.body, (await send(request)).status]).toEqual([undefined, 200]);
  const text = '{"errors":[{"message":"x","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}';
  expect(request.judge({ status: 200, headers: {}, text }, []).verdict).toBe('failed');
});

test('no two executed queries are alike, and one request in twenty is bad', () => {
  const bodies = new Set(Array.from({ length: 50 }, () => mix.executed().body));
  expect(bodies.size).toBe(50);
  const all = Object.values(perSecond).reduce((sum, rate) => sum + rate, 0);
  expect(all).toBe(300);
  expect((perSecond.bad + perSecond.hostile) / all).toBeCloseTo(0.05);
});
