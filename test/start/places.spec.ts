import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  chmodSync,
  chownSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Checkout, expectToLogIn, expectToRegister, killApp, stop } from './checkout.js';

const nobody = 65_534;
let checkout: Checkout;

/** As root alone is PostgreSQL another user. */
function describeAsRoot(title: string, define: () => void): void {
  if (process.getuid?.() === 0) describe(title, define);
  else process.stderr.write(`Left out: ${title} (it needs root)\n`);
}

const ownerOf = (name: string): number => lstatSync(checkout.kept(name)).uid;
const rightsOf = (name: string): number => lstatSync(checkout.kept(name)).mode & 0o777;

/** Makes the home as versions did that gave all of it to the server's user. */
function makeEarlier(): void {
  const home = checkout.kept('postgres');
  for (const name of readdirSync(home)) lchownSync(join(home, name), nobody, nobody);
  chownSync(home, nobody, nobody);
  chmodSync(home, 0o700);
}

function expectOnlyDataGiven(): void {
  expect(ownerOf('postgres/data')).toBe(nobody);
  const secret = ['jwt-secret', ...['password', 'postgres.log', 'turn.lock', 'users.lock'].map((n) => `postgres/${n}`)];
  const ours = ['.', 'postgres', ...secret];
  expect(ours.map((name) => [name, ownerOf(name)])).toEqual(ours.map((name) => [name, 0]));
  expect(secret.map((name) => [name, rightsOf(name)])).toEqual(secret.map((name) => [name, 0o600]));
  expect(rightsOf('postgres')).toBe(0o711);
}

describeAsRoot('npm start as root', () => {
  beforeEach(() => {
    checkout = new Checkout();
  });

  afterEach(() => checkout.remove());

  test('gives the server the data, and nothing else that it could put something else in place of', async () => {
    await checkout.start();
    expectOnlyDataGiven();
  }, 120_000);

  test('keeps the data elsewhere where the folder is closed, says so, and finds them again', async () => {
    chmodSync(checkout.folder, 0o700);
    const first = await checkout.start();
    expect(first.entry.text).toContain(`in ${checkout.elsewhere}, since PostgreSQL can not run as root`);
    await expectToRegister(first.url);
    await stop(first.entry);
    await expectToLogIn((await checkout.start()).url);
    expect(lstatSync(checkout.folder).mode & 0o777).toBe(0o700);
  }, 120_000);

  test.each([
    ['that is a link', () => symlinkSync(checkout.folder, checkout.elsewhere)],
    ['of another user', () => (mkdirSync(checkout.elsewhere), chownSync(checkout.elsewhere, 12_345, 12_345))],
  ])(
    'uses no place elsewhere %s',
    async (_what, prepare) => {
      chmodSync(checkout.folder, 0o700);
      prepare();
      await checkout.expectFilmsOnly(/accounts out of service: .*belongs to somebody else\. .*DATABASE_URL/);
    },
    120_000,
  );

  test('takes the home of an earlier version back, follows no link in it, and keeps its accounts', async () => {
    const first = await checkout.start();
    await expectToRegister(first.url);
    await stop(first.entry);
    makeEarlier();
    const victim = join(checkout.folder, 'victim');
    writeFileSync(victim, 'precious');
    for (const name of ['postgres.log', 'users.lock']) {
      rmSync(checkout.kept(`postgres/${name}`));
      symlinkSync(victim, checkout.kept(`postgres/${name}`));
    }
    const [second, third] = await Promise.all([checkout.start(), checkout.start()]);
    await expectToLogIn(second.url);
    await expectToLogIn(third.url);
    expectOnlyDataGiven();
    expect([readFileSync(victim, 'utf8'), lstatSync(victim).uid]).toEqual(['precious', 0]);
  }, 120_000);

  test('goes on with taking back that was interrupted', async () => {
    const first = await checkout.start();
    await expectToRegister(first.url);
    await stop(first.entry);
    makeEarlier();
    chownSync(checkout.kept('postgres'), 0, 0);
    chmodSync(checkout.kept('postgres'), 0);
    await expectToLogIn((await checkout.start()).url);
    expectOnlyDataGiven();
  }, 120_000);

  test('leaves the home of an earlier version alone while its server runs, and says what to do', async () => {
    const first = await checkout.start();
    await expectToRegister(first.url);
    await killApp(first.entry);
    makeEarlier();
    const pid = checkout.postmaster?.pid;
    await checkout.expectFilmsOnly(new RegExp(`out of service: .*earlier version.* process ${pid}, then start again`));
    expect(checkout.postmaster?.pid).toBe(pid);
    await checkout.killPostgres();
    await expectToLogIn((await checkout.start()).url);
  }, 120_000);

  test('takes no link for the data of an earlier version', async () => {
    mkdirSync(checkout.kept('.'));
    const home = checkout.kept('postgres');
    mkdirSync(home);
    symlinkSync(checkout.folder, join(home, 'data'));
    writeFileSync(join(home, 'password'), 'planted');
    makeEarlier();
    await checkout.expectFilmsOnly(/out of service: .*does not hold the data .*DATABASE_URL/);
    expect(ownerOf('../')).toBe(0);
  }, 120_000);
});
