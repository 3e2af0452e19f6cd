import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { request as httpRequest } from 'node:http';
import { type StandIn, startStandIn } from '../../stand-in.js';
import { get, getBody } from '../testing/api-client.js';

const path = '/configuration';
let standIn: StandIn;

beforeAll(async () => {
  standIn = await startStandIn();
});
afterEach(() => standIn.reset());
afterAll(() => standIn.close());

test('a status comes with the body that belongs to it, and with Retry-After', async () => {
  standIn.fault(path, { kind: 'status', status: 429, retryAfterSeconds: 7 });
  const response = await get(standIn, path);
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
  expect(await response.json()).toMatchObject({ success: false, status_code: 25 });
});

test('a status can have a body of its own', async () => {
  standIn.fault(path, { kind: 'status', status: 200, body: { success: false, status_code: 21 } });
  expect(await getBody(standIn, path)).toEqual({ success: false, status_code: 21 });
});

test('a fault lasts for its number of calls, then the next one applies, then none', async () => {
  standIn.fault(path, { kind: 'status', status: 500 }, 1);
  standIn.fault(/^\/conf/g, { kind: 'status', status: 503 }, 2);
  standIn.fault('/elsewhere', { kind: 'status', status: 502 });
  const statuses = [];
  for (let call = 0; call < 4; call++) statuses.push((await get(standIn, path)).status);
  expect(statuses).toEqual([500, 503, 503, 200]);
});

test('* stands for every path', async () => {
  standIn.fault('*', { kind: 'status', status: 503 });
  expect((await get(standIn, '/movie/popular')).status).toBe(503);
});

test('delay gives the true answer in the end', async () => {
  standIn.fault(path, { kind: 'delay', ms: 20 });
  expect(await getBody(standIn, path)).toHaveProperty('images');
});

test('hang never answers, and closing the server ends it', async () => {
  const other = await startStandIn();
  other.fault('*', { kind: 'hang' });
  const hung = get(other, path);
  const ended = expect(hung).rejects.toThrow();
  while (other.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await other.close();
  await ended;
});

test('closing the server ends a long delay and a drip at once', async () => {
  const other = await startStandIn();
  other.fault('/configuration', { kind: 'delay', ms: 3_600_000 });
  other.fault('/movie/popular', { kind: 'drip', ms: 3_600_000 });
  const ended = [
    expect(get(other, '/configuration')).rejects.toThrow(),
    expect(get(other, '/movie/popular').then((response) => response.text())).rejects.toThrow(),
  ];
  while (other.calls.length < 2) await new Promise((resolve) => setImmediate(resolve));
  await other.close();
  await Promise.all(ended);
});

test('reset breaks the connection before any header', async () => {
  standIn.fault(path, { kind: 'reset' });
  await expect(rawGet(path)).rejects.toMatchObject({ code: 'ECONNRESET' });
});

test('cut promises the whole body and breaks off in the middle', async () => {
  const whole = Buffer.byteLength(await (await get(standIn, path)).text());
  standIn.fault(path, { kind: 'cut' });
  const { promised, received, complete } = await rawGet(path);
  expect([promised, received, complete]).toEqual([String(whole), Math.floor(whole / 2), false]);
});

test.each(['gzip', 'identity'])('half-body is valid HTTP around half of the JSON, with %s', async (encoding) => {
  const whole = await (await get(standIn, path)).text();
  standIn.fault(path, { kind: 'half-body' });
  const response = await get(standIn, path, { 'accept-encoding': encoding });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe(whole.slice(0, Math.floor(whole.length / 2)));
});

test('rubbish is a page that is not JSON', async () => {
  standIn.fault(path, { kind: 'rubbish' });
  const response = await get(standIn, path);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html']);
  expect(await response.text()).toMatch(/^<!doctype/);
});

test('wrong-shape is JSON of another kind', async () => {
  standIn.fault(path, { kind: 'wrong-shape' });
  expect(await getBody(standIn, path)).toEqual({ unexpected: true });
});

test('huge streams the number of bytes that was asked for', async () => {
  standIn.fault(path, { kind: 'huge', bytes: 5_000_001 });
  expect((await rawGet(path)).received).toBe(5_000_001);
});

test('huge waits for its reader and stops when the reader leaves', async () => {
  standIn.fault(path, { kind: 'huge', bytes: 1e12 });
  const response = await get(standIn, path);
  const reader = response.body?.getReader();
  expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
  await reader?.cancel();
  standIn.reset();
  expect(await getBody(standIn, path)).toHaveProperty('images');
});

test('drip gives the true answer byte by byte', async () => {
  standIn.fault('/genre/movie/list', { kind: 'drip', ms: 0 });
  expect((await getBody(standIn, '/genre/movie/list')).genres).toHaveLength(19);
});

function rawGet(target: string): Promise<{ promised: string | undefined; received: number; complete: boolean }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(standIn.apiUrl + target, { headers: { authorization: 'Bearer test' } }, (response) => {
      let received = 0;
      response.on('data', (chunk: Buffer) => (received += chunk.length));
      response.on('error', () => {});
      response.on('close', () =>
        resolve({ promised: response.headers['content-length'], received, complete: response.complete }),
      );
    });
    request.on('error', reject);
    request.end();
  });
}
