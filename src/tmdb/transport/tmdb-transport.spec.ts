import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { currentErrand } from '../../platform/request/errand.js';
import { ClusterBudget } from '../guard/cluster-budget.js';
import { tmdbPath } from './tmdb-path.js';
import { TmdbTransport } from './tmdb-transport.js';
import { type TransportOptions, transportOptions } from './transport-options.js';
import type { UpstreamCallEvent } from './upstream-call.js';

type Answer = (response: ServerResponse, request: IncomingMessage) => unknown;

const shape = z.object({ id: z.number() });
const movie = tmdbPath`/movie/${603}`;
const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const answer =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));

const errandUntil = (deadlineAt: number) => () => ({ ...currentErrand(), deadlineAt: () => deadlineAt });

const reset: Answer = (_response, request) => request.socket.resetAndDestroy();
const silence: Answer = () => undefined;
const fault = (status: number, code: number) => answer(status, { success: false, status_code: code });

/** A server that gives the answers in turn, the last one for ever, and a transport whose clock only its sleep moves. */
async function setUp(
  answers: readonly Answer[],
  overrides: Partial<TransportOptions> = {},
  limits: Partial<TransportOptions['tmdb']> = {},
) {
  const urls: string[] = [];
  const server = createServer((request, response) => {
    const next = answers[Math.min(urls.length, answers.length - 1)];
    urls.push(request.url ?? '');
    next?.(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const clock = { now: 1_000_000 };
  const sleeps: number[] = [];
  const events: UpstreamCallEvent[] = [];
  const lines: unknown[] = [];
  const tmdb = {
    readToken: 's3cret-token',
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/3`,
    connectTimeoutMs: 700,
    attemptTimeoutMs: 2000,
    deadlineMs: 3000,
    ...limits,
  };
  const transport = new TmdbTransport(
    transportOptions(tmdb, {
      now: () => clock.now,
      random: () => 1,
      sleep: async (ms) => {
        sleeps.push(ms);
        clock.now += ms;
      },
      logger: { warn: (...line: unknown[]) => lines.push(line), error: (...line: unknown[]) => lines.push(line) },
      onCall: (event) => events.push(event),
      // The clock moves by sleeps alone, so that no token would ever come back.
      budget: new ClusterBudget({ perSecond: 1000, maxTasks: 1 }),
      ...overrides,
    }),
  );
  closers.push(() => {
    transport.close();
    server.closeAllConnections();
    server.close();
  });
  return {
    transport,
    urls,
    clock,
    sleeps,
    events,
    lines,
    find: () => transport.find(movie, { language: 'en' }, shape),
  };
}

describe('TmdbTransport', () => {
  it('gives the body in its shape, from the encoded address', async () => {
    const { transport, urls, events } = await setUp([answer(200, { id: 603, unknown: 1 })]);
    const query = { language: 'pt-BR', region: undefined, query: 'a&b=ü' };
    expect(await transport.find(movie, query, shape)).toEqual({ id: 603 });
    expect(urls).toEqual(['/3/movie/603?language=pt-BR&query=a%26b%3D%C3%BC']);
    expect(events).toEqual([{ family: 'movie/{id}', attempts: 1, durationMs: 0, status: 200 }]);
  });

  it.each([
    ['a 404 with code 34', fault(404, 34)],
    ['a 404 with code 6', fault(404, 6)],
    ['a 404 with code 37', fault(404, 37)],
    ['code 21 behind a 200', fault(200, 21)],
  ])('gives null for %s', async (_name, missing) => {
    const { find, urls, lines } = await setUp([missing]);
    expect(await find()).toBeNull();
    expect(urls).toHaveLength(1);
    expect(lines).toEqual([]);
  });

  it.each([
    ['rubbish', answer(404, '<h1>no</h1>')],
    ['nothing', answer(404, '')],
    ['JSON of somebody else', answer(404, { error: 'no such route' })],
    ['a code that is none of a 404', fault(404, 11)],
  ])('takes a 404 with %s for a failure, asks once, and hints at the address', async (_name, wrong) => {
    const { find, urls, lines } = await setUp([wrong]);
    await expect(find()).rejects.toMatchObject({ reason: 'status', failure: { status: 404 } });
    expect(urls).toHaveLength(1);
    expect(JSON.stringify(lines)).toContain('TMDB_BASE_URL');
  });

  it.each([
    ['code 34', fault(404, 34)],
    ['code 21 behind a 200', fault(200, 21)],
  ])('fails on %s where it is asked for what always is there', async (_name, missing) => {
    const { transport, urls, lines } = await setUp([missing]);
    const list = transport.get(tmdbPath`/genre/movie/list`, {}, shape);
    await expect(list).rejects.toMatchObject({ reason: 'status', failure: { status: 404 } });
    expect(urls).toHaveLength(1);
    expect(JSON.stringify(lines)).toContain('TMDB_BASE_URL');
  });

  it.each([
    ['half JSON', answer(200, '{"id":6')],
    ['rubbish', answer(200, '\u0000\u0001<html>')],
    ['an empty body', answer(200, '')],
    ['another shape', answer(200, { results: [] })],
    ['an array', answer(200, '[]')],
  ])('refuses %s behind a 200, without asking again', async (_name, bad) => {
    const { find, urls, events } = await setUp([bad]);
    await expect(find()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', reason: 'bad-body' });
    expect(urls).toHaveLength(1);
    expect(events[0]).toMatchObject({ status: 200, reason: 'bad-body' });
  });

  it.each([
    ['500', fault(500, 11)],
    ['502', fault(502, 43)],
    ['503', fault(503, 9)],
    ['504', fault(504, 24)],
    ['a reset', reset],
    ['code 46 behind a 200', fault(200, 46)],
  ])('asks again after %s and gives what comes then', async (_name, failing) => {
    const { find, urls, sleeps, events } = await setUp([failing, failing, answer(200, { id: 603 })]);
    expect(await find()).toEqual({ id: 603 });
    expect(urls).toHaveLength(3);
    expect(sleeps).toEqual([100, 200]);
    expect(events.map(({ attempts }) => attempts)).toEqual([1, 2, 3]);
  });

  it('gives up after three retries and logs one line', async () => {
    const { find, urls, sleeps, lines } = await setUp([fault(503, 9)]);
    await expect(find()).rejects.toMatchObject({ reason: 'status', retryable: true, failure: { status: 503 } });
    expect(urls).toHaveLength(4);
    expect(sleeps).toEqual([100, 200, 400]);
    expect(lines).toHaveLength(1);
  });

  it('asks again after an attempt that timed out', async () => {
    const { find, urls, events } = await setUp([silence, answer(200, { id: 1 })], {}, { attemptTimeoutMs: 100 });
    expect(await find()).toEqual({ id: 1 });
    expect(urls).toHaveLength(2);
    expect(events[0]).toMatchObject({ reason: 'timeout' });
  });

  it('makes no call for a caller whose time is nearly up', async () => {
    const { find, urls } = await setUp([answer(200, { id: 1 })], { errand: errandUntil(1_000_500) });
    await expect(find()).rejects.toMatchObject({ reason: 'timeout', retryable: true });
    expect(urls).toEqual([]);
  });

  it('does not start a retry that would come after the time of the caller', async () => {
    const { find, urls } = await setUp([fault(500, 11)], { errand: errandUntil(1_000_550) });
    await expect(find()).rejects.toMatchObject({ reason: 'status' });
    expect(urls).toHaveLength(1);
  });

  it.each([
    ['', 499, undefined],
    [' that had less than half of the usual time', 900, true],
  ])('tells of a timeout%s', async (_name, tookMs, isCutShort) => {
    const { find, urls, clock } = await setUp(
      [
        (response) => {
          clock.now += tookMs;
          fault(500, 11)(response, undefined as never);
        },
        silence,
      ],
      {},
      { attemptTimeoutMs: 200, deadlineMs: 1080 },
    );
    const failure = await find().catch((error: unknown) => error);
    expect(failure).toMatchObject({ reason: 'timeout', failure: { reason: 'timeout' } });
    expect((failure as { failure: { isCutShort?: true } }).failure.isCutShort).toBe(isCutShort);
    expect(urls.length).toBeGreaterThan(1);
  });

  it('does not start a retry that would come after the deadline', async () => {
    const { find, urls, clock, sleeps } = await setUp([
      (response) => {
        clock.now += 2950;
        fault(500, 11)(response, undefined as never);
      },
    ]);
    await expect(find()).rejects.toMatchObject({ reason: 'status' });
    expect(urls).toHaveLength(1);
    expect(sleeps).toEqual([]);
  });

  it.each([
    ['401', fault(401, 7), 'unauthorized'],
    ['400', fault(400, 22), 'refused'],
    ['403', fault(403, 8), 'refused'],
    ['405', fault(405, 42), 'refused'],
    ['422', fault(422, 5), 'refused'],
    ['501', fault(501, 2), 'status'],
    ['a redirect', answer(302, '', { location: 'http://127.0.0.1:9/' }), 'status'],
  ])('never asks again after %s', async (_name, failing, reason) => {
    const { find, urls } = await setUp([failing]);
    await expect(find()).rejects.toMatchObject({ reason, retryable: reason === 'status' });
    expect(urls).toHaveLength(1);
  });

  it('obeys Retry-After: no retry, no call while the gate is shut, calls again after it', async () => {
    const { find, urls, clock, events } = await setUp([
      answer(429, { success: false, status_code: 25 }, { 'retry-after': '5' }),
      answer(200, { id: 1 }),
    ]);
    await expect(find()).rejects.toMatchObject({ reason: 'rate-limited', details: { retryAfterSeconds: 5 } });
    clock.now += 2000;
    await expect(find()).rejects.toMatchObject({ reason: 'rate-limited', retryAfterSeconds: 3 });
    expect(urls).toHaveLength(1);
    expect(events).toHaveLength(1);
    clock.now += 3000;
    expect(await find()).toEqual({ id: 1 });
  });

  it.each([
    ['a 503', answer(503, '<html>', { 'retry-after': '20' })],
    ['code 46 behind a 200', answer(200, { success: false, status_code: 46 }, { 'retry-after': '20' })],
    ['code 9 with another status', answer(500, { success: false, status_code: 9 }, { 'retry-after': '20' })],
  ])('obeys the Retry-After of %s like that of a 429', async (_name, down) => {
    const { find, urls, clock } = await setUp([down, answer(200, { id: 1 })]);
    await expect(find()).rejects.toMatchObject({ reason: 'status', retryAfterSeconds: 20 });
    clock.now += 19_000;
    await expect(find()).rejects.toMatchObject({ retryable: true, retryAfterSeconds: 1 });
    expect(urls).toHaveLength(1);
    clock.now += 1000;
    expect(await find()).toEqual({ id: 1 });
  });

  it('stops retrying when another call has shut the gate', async () => {
    const { find, transport, urls } = await setUp([fault(503, 9), fault(429, 25)], {
      sleep: async () => void (await transport.find(tmdbPath`/genre/movie/list`, {}, shape).catch(() => undefined)),
    });
    await expect(find()).rejects.toMatchObject({ reason: 'rate-limited' });
    expect(urls).toHaveLength(2);
  });

  it('runs each attempt inside the limit, which may refuse it', async () => {
    let attempts = 0;
    const { find, urls } = await setUp([fault(503, 9)], {
      limit: async (attempt) => {
        attempts += 1;
        if (attempts > 2) throw new Error('no more');
        return attempt();
      },
    });
    await expect(find()).rejects.toThrow('no more');
    expect(urls).toHaveLength(2);
  });

  it('keeps the token and the address out of errors and logs', async () => {
    for (const failing of [fault(401, 7), fault(400, 22), reset, answer(200, 'rubbish')]) {
      const { transport, lines } = await setUp([failing]);
      const error = await transport.find(movie, { query: 'private words' }, shape).catch((reason: unknown) => reason);
      const text = JSON.stringify([lines, error, (error as Error).message, (error as Error).stack]);
      expect(lines).toHaveLength(1);
      expect(text).not.toMatch(/s3cret|127\.0\.0\.1|private|603/);
    }
  });
});
