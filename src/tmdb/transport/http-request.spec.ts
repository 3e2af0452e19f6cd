import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { UpstreamAbandonedError, UpstreamUnavailableError } from '../tmdb.errors.js';
import { HttpRequester, maxBodyBytes } from './http-request.js';

const never = new AbortController().signal;
const open: { requester: HttpRequester; server: Server }[] = [];

afterEach(() => {
  for (const { requester, server } of open.splice(0)) {
    requester.close();
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const requester = new HttpRequester('s3cret-token', 700);
  open.push({ requester, server });
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/3/movie/1?language=en`);
  const get = (timeoutMs = 2000, signal = never) => requester.get(url, timeoutMs, signal);
  return { server, url, get };
}

describe('HttpRequester', () => {
  it('sends the token as Bearer and nowhere else, and asks for gzip', async () => {
    let seen: { url: string | undefined; headers: Record<string, unknown> } | undefined;
    const { get } = await serve((request, response) => {
      seen = { url: request.url, headers: { ...request.headers } };
      response.end('{}');
    });
    const answer = await get();
    expect(answer).toMatchObject({ status: 200, retryAfter: undefined });
    expect(answer.body?.toString()).toBe('{}');
    expect(seen?.url).toBe('/3/movie/1?language=en');
    expect(seen?.headers).toMatchObject({ authorization: 'Bearer s3cret-token', 'accept-encoding': 'gzip' });
  });

  it('unpacks gzip', async () => {
    const { get } = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"id":1}'));
    });
    expect((await get()).body?.toString()).toBe('{"id":1}');
  });

  it('keeps its connection for the next request', async () => {
    let connections = 0;
    const { server, get } = await serve((_request, response) => void response.end('{}'));
    server.on('connection', () => (connections += 1));
    for (let calls = 0; calls < 5; calls += 1) await get();
    expect(connections).toBe(1);
  });

  it('does not follow a redirect', async () => {
    const paths: (string | undefined)[] = [];
    const { get } = await serve((request, response) => {
      paths.push(request.url);
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect((await get()).status).toBe(302);
    expect(paths).toHaveLength(1);
  });

  it('gives error answers with their body and Retry-After', async () => {
    const { get } = await serve((_request, response) => {
      response.writeHead(429, { 'retry-after': '3' }).end('{"status_code":25}');
    });
    const answer = await get();
    expect(answer).toMatchObject({ status: 429, retryAfter: '3' });
    expect(answer.body?.toString()).toBe('{"status_code":25}');
  });

  it('reads nothing of a body that announces too much', async () => {
    let sent = 0;
    const { get } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '500000000' });
      response.flushHeaders();
      response.on('close', () => (sent = response.socket?.bytesWritten ?? sent));
    });
    await expect(get(60_000)).rejects.toMatchObject({ reason: 'too-large', failure: { status: 200 } });
    expect(sent).toBeLessThan(10_000);
  });

  it('stops reading an endless body at the limit and closes the connection', async () => {
    const chunk = Buffer.alloc(65_536, 'x');
    const closed = Promise.withResolvers<number>();
    const { get } = await serve((_request, response) => {
      let sent = 0;
      const send = () => {
        while (!response.destroyed && sent < 500_000_000) {
          sent += chunk.length;
          if (!response.write(chunk)) {
            response.once('drain', send);
            return;
          }
        }
      };
      response.on('close', () => closed.resolve(sent));
      send();
    });
    await expect(get()).rejects.toMatchObject({ reason: 'too-large' });
    // What the two sockets hold in their buffers comes on top.
    expect(await closed.promise).toBeLessThan(30_000_000);
  });

  it('stops unpacking a gzip bomb at the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
    expect(bomb.length).toBeLessThan(maxBodyBytes);
    const { get } = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    await expect(get()).rejects.toMatchObject({ reason: 'too-large' });
  });

  it('judges an error with a large body by its status', async () => {
    const { get } = await serve((_request, response) => {
      response.writeHead(500, { 'content-length': '3000000' });
      response.end(Buffer.alloc(3_000_000, 'x'));
    });
    expect(await get()).toMatchObject({ status: 500, body: null });
  });

  it('takes a body that is cut for a broken connection', async () => {
    const { get } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"id":', () => response.destroy());
    });
    await expect(get()).rejects.toMatchObject({ reason: 'connection', retryable: true });
  });

  it('takes a gzip body that is cut for a broken connection', async () => {
    const half = gzipSync(JSON.stringify(Array.from({ length: 5000 }, (_, index) => index))).subarray(0, 4000);
    const { get } = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(half);
    });
    await expect(get()).rejects.toMatchObject({ reason: 'connection' });
  });

  it('takes bytes that are not gzip for a bad body', async () => {
    const { get } = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip at all');
    });
    await expect(get()).rejects.toMatchObject({ reason: 'bad-body' });
  });

  it('takes a reset for a broken connection', async () => {
    const { get } = await serve((request) => void request.socket.resetAndDestroy());
    await expect(get()).rejects.toMatchObject({ reason: 'connection', failure: { networkCode: 'ECONNRESET' } });
  });

  it('takes a refused connection for a broken one', async () => {
    const { server, get } = await serve(() => undefined);
    await new Promise((resolve) => server.close(resolve));
    await expect(get()).rejects.toMatchObject({ reason: 'connection', failure: { networkCode: 'ECONNREFUSED' } });
  });

  it('gives up a silent answer at the limit', async () => {
    const { get } = await serve(() => undefined);
    await expect(get(60)).rejects.toMatchObject({ reason: 'timeout', retryable: true });
  });

  it('gives up a dripping body at the limit of the whole attempt', async () => {
    const { get } = await serve((_request, response) => {
      const drip = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(drip));
    });
    await expect(get(120)).rejects.toMatchObject({ reason: 'timeout' });
  });

  it('ends request and connection once it is given up', async () => {
    const arrived = Promise.withResolvers<void>();
    const closed = Promise.withResolvers<void>();
    const { get } = await serve((_request, response) => {
      response.once('close', closed.resolve);
      arrived.resolve();
    });
    const giveUp = new AbortController();
    const answer = get(60_000, giveUp.signal);
    await arrived.promise;
    giveUp.abort();
    await expect(answer).rejects.toBeInstanceOf(UpstreamAbandonedError);
    await closed.promise;
  });

  it('leaves address and token out of every failure', async () => {
    const { url, get } = await serve((request) => void request.socket.resetAndDestroy());
    const error = await get().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UpstreamUnavailableError);
    const { message, stack, cause } = error as UpstreamUnavailableError;
    const text = JSON.stringify([error, message, stack]);
    expect(cause).toBeUndefined();
    expect(text).not.toContain('s3cret');
    expect(text).not.toContain(url.host);
    expect(text).not.toContain('/movie/1');
  });
});
