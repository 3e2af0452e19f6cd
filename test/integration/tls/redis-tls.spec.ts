import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import { type Answer, type Api, apiAt } from '../../support/api.js';
import { RealApp } from '../../support/real-app.js';
import { describeWithRedisBinary, RedisServer } from '../../support/redis-server.js';
import { Authority } from './certificates.js';

// Redis has 100 ms to answer, which a machine that stands still may take; a fault of ours shows each time.
jest.retryTimes(2);

const password = 'a-password-of-the-tests-alone';
const film = '{ movie(tmdbId: 1000000001) { title } }';

describeWithRedisBinary(
  'Redis with TLS, a password and a certificate of an authority that is not publicly known',
  () => {
    let trusted: Authority;
    let other: Authority;
    let redis: RedisServer;
    let standIn: StandIn;
    const apps: RealApp[] = [];
    beforeAll(async () => {
      [trusted, other, standIn] = await Promise.all([Authority.make('ours'), Authority.make('others'), startStandIn()]);
      redis = await RedisServer.startWithTls({
        ...(await trusted.issue('localhost')),
        authority: trusted.file,
        password,
      });
    });
    beforeEach(() => redis.restart());
    afterAll(async () => {
      for (const app of apps) app.entry.kill();
      await redis.stop();
      await standIn.close();
      for (const { folder } of [trusted, other]) rmSync(folder, { recursive: true });
    });

    async function start(env: Readonly<Record<string, string>>): Promise<Api> {
      // By which Node takes any certificate; ours are checked all the same.
      const trustsAnybody = { NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_NO_WARNINGS: '1' };
      const app = await RealApp.start({ standIn, env: { ...trustsAnybody, ...env } });
      apps.push(app);
      return apiAt(app.url, standIn);
    }

    /** Again where a machine that is busy with other tests makes it refuse to work. */
    async function ask(api: Api): Promise<Answer> {
      for (;;) {
        const answer = await api.ask(film);
        if (answer.errors?.[0]?.extensions['code'] !== 'SERVER_OVERLOADED') return answer;
      }
    }

    async function degradedOf(api: Api): Promise<unknown> {
      const response = await fetch(new URL('/health/ready', api.url));
      return ((await response.json()) as { degraded: unknown }).degraded;
    }

    test('holds what processes share', async () => {
      const env = { REDIS_URL: redis.url, NODE_EXTRA_CA_CERTS: trusted.file };
      const [one, another] = [await start(env), await start(env)];
      await ask(one);
      expect(one.takeCalls()).toHaveLength(1);
      another.takeCalls();
      expect((await ask(another)).errors).toBeUndefined();
      expect(another.takeCalls()).toEqual([]);
      expect(await degradedOf(another)).toEqual([]);
    });

    test('is told the name it is asked by, as those need that have several', async () => {
      const { certificate, key } = await trusted.issue('localhost');
      const names: unknown[] = [];
      const server = createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (socket) => {
        names.push(socket.servername);
        socket.destroy();
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      await start({ REDIS_URL: `rediss://localhost:${port}`, NODE_EXTRA_CA_CERTS: trusted.file });
      server.close();
      expect(names[0]).toBe('localhost');
    });

    test.each([
      ['without its authority', () => ({ REDIS_URL: redis.url })],
      ['with another authority', () => ({ REDIS_URL: redis.url, NODE_EXTRA_CA_CERTS: other.file })],
      [
        'by a name that is not on its certificate',
        () => ({ REDIS_URL: redis.url.replace('localhost', '127.0.0.1'), NODE_EXTRA_CA_CERTS: trusted.file }),
      ],
      [
        'with a wrong password',
        () => ({ REDIS_URL: redis.url.replace(password, 'wrong'), NODE_EXTRA_CA_CERTS: trusted.file }),
      ],
    ])('is done without %s: films are answered, and the log says why', async (_, env) => {
      const api = await start(env());
      expect((await ask(api)).errors).toBeUndefined();
      expect(await degradedOf(api)).toEqual([{ part: 'REDIS', reason: 'away' }]);
      const { text } = apps.at(-1)?.entry ?? { text: '' };
      expect(text).toMatch(/Redis.*(certificate|altnames|WRONGPASS)/s);
      expect(text).not.toContain(password);
    });
  },
);
