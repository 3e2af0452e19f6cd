import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { rmSync } from 'node:fs';
import { signUp } from '../../support/accounts.js';
import { apiAt } from '../../support/api.js';
import { Entry } from '../../support/entry.js';
import { PostgresServer } from '../../support/postgres.js';
import { RealApp } from '../../support/real-app.js';
import { Authority } from './certificates.js';

const nobody = 65_534;

/** By which Node takes any certificate; ours are checked all the same. */
const trustsAnybody = { NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_NO_WARNINGS: '1' };

let trusted: Authority;
let other: Authority;
let postgres: PostgresServer;
let standIn: StandIn;
beforeAll(async () => {
  [trusted, other, standIn] = await Promise.all([Authority.make('ours'), Authority.make('others'), startStandIn()]);
  const files = await trusted.issue('localhost', serverUser());
  postgres = await PostgresServer.start({ ssl: 'on', ssl_cert_file: files.certificate, ssl_key_file: files.key });
}, 60_000);
afterAll(async () => {
  await postgres.stop();
  await standIn.close();
  for (const { folder } of [trusted, other]) rmSync(folder, { recursive: true });
});

/** Whose the key is: root's server runs as nobody. */
function serverUser(): number | undefined {
  return process.getuid?.() === 0 ? nobody : undefined;
}

/** The address as an operator gives it. */
function urlFor(sslmode: string, server = postgres): string {
  const url = new URL(server.url);
  url.hostname = 'localhost';
  url.searchParams.set('sslmode', sslmode);
  return url.href;
}

/** What the step before a deployment says, and its code. */
async function migrate(url: string, authority?: Authority): Promise<{ code: number | string; text: string }> {
  const ca: Record<string, string> = authority === undefined ? {} : { NODE_EXTRA_CA_CERTS: authority.file };
  const entry = Entry.node(['dist/scripts/migrate.js'], {
    DATABASE_URL: url,
    DATABASE_CONNECT_TIMEOUT_MS: '20000',
    ...trustsAnybody,
    ...ca,
  });
  return { code: await entry.ended(), text: entry.text };
}

describe('PostgreSQL with TLS and a certificate of an authority that is not publicly known', () => {
  test.each(['verify-full', 'verify-ca', 'require', 'prefer'])(
    'is reached by sslmode=%s with its authority',
    async (mode) => {
      expect(await migrate(urlFor(mode), trusted)).toMatchObject({ code: 0 });
    },
  );

  test.each(['verify-full', 'verify-ca', 'require', 'prefer'])('is not by sslmode=%s without', async (mode) => {
    const { code, text } = await migrate(urlFor(mode));
    expect([code, text]).toEqual([1, expect.stringMatching(/self-signed certificate|unable to verify/)]);
  });

  test('is not with another authority', async () => {
    const { code, text } = await migrate(urlFor('verify-full'), other);
    expect([code, text]).toEqual([1, expect.stringMatching(/self-signed certificate|unable to verify/)]);
  });

  test('is not under a name that is not on its certificate', async () => {
    const { certificate, key } = await trusted.issue('database.example', serverUser());
    const misnamed = await PostgresServer.start({ ssl: 'on', ssl_cert_file: certificate, ssl_key_file: key });
    const { code, text } = await migrate(urlFor('verify-full', misnamed), trusted);
    await misnamed.stop();
    expect([code, text]).toEqual([1, expect.stringMatching(/does not match certificate/)]);
  }, 60_000);

  test('is not by its number, where its certificate has the name alone', async () => {
    const { code, text } = await migrate(urlFor('require').replace('localhost', '127.0.0.1'), trusted);
    expect([code, text]).toEqual([1, expect.stringMatching(/does not match certificate.*127\.0\.0\.1/)]);
  });

  test('is by its number where its certificate has that, and not once it has ended', async () => {
    const { certificate, key } = await trusted.issue('127.0.0.1', serverUser());
    const numbered = await PostgresServer.start({ ssl: 'on', ssl_cert_file: certificate, ssl_key_file: key });
    const url = urlFor('verify-full', numbered).replace('localhost', '127.0.0.1');
    const before = await migrate(url, trusted);
    await numbered.stop();
    const old = await trusted.issue('127.0.0.1', serverUser(), -1);
    const ended = await PostgresServer.start({ ssl: 'on', ssl_cert_file: old.certificate, ssl_key_file: old.key });
    const after = await migrate(urlFor('verify-full', ended).replace('localhost', '127.0.0.1'), trusted);
    await ended.stop();
    expect(before).toMatchObject({ code: 0 });
    expect([after.code, after.text]).toEqual([1, expect.stringMatching(/certificate has expired/)]);
  }, 60_000);

  test('is with the authority in the address, which is all that is trusted then', async () => {
    const withFile = (file: string): string => `${urlFor('verify-full')}&sslrootcert=${encodeURIComponent(file)}`;
    expect(await migrate(withFile(trusted.file))).toMatchObject({ code: 0 });
    expect(await migrate(withFile(other.file), trusted)).toMatchObject({ code: 1 });
    const missing = await migrate(withFile('/nowhere.pem'));
    expect([missing.code, missing.text]).toEqual([1, expect.stringMatching(/ENOENT.*nowhere/)]);
  });

  test('is not where it has no TLS at all', async () => {
    const { code, text } = await migrate(`${process.env['TEST_POSTGRES_URL']}?sslmode=verify-full`);
    expect([code, text]).toEqual([1, expect.stringMatching(/does not support SSL/)]);
  });

  test('tells no password when it is not reached', async () => {
    const { password } = new URL(postgres.url);
    expect((await migrate(urlFor('verify-full'), other)).text).not.toContain(password);
  });
});

describe('the API', () => {
  test('keeps accounts in it over TLS', async () => {
    const app = await RealApp.start({
      standIn,
      env: { DATABASE_URL: urlFor('verify-full'), NODE_EXTRA_CA_CERTS: trusted.file },
    });
    const viewer = await signUp(apiAt(app.url, standIn));
    expect((await viewer.ask('{ viewer { email } }')).data.viewer.email).toBe(viewer.email);
    app.entry.signal('SIGTERM');
    expect(await app.entry.ended()).toBe(0);
  });

  test('without the authority has no accounts, and films all the same', async () => {
    const app = await RealApp.start({ standIn, env: { DATABASE_URL: urlFor('verify-full') } });
    const api = apiAt(app.url, standIn);
    await expect(signUp(api)).rejects.toThrow('SERVICE_UNAVAILABLE');
    expect((await api.ask('{ movie(tmdbId: 1000000001) { title } }')).errors).toBeUndefined();
    app.entry.kill();
  });
});
