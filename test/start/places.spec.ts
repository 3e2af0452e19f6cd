import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chmodSync, chownSync, lstatSync, mkdirSync, symlinkSync } from 'node:fs';
import { leaveOut } from '../support/leave-out.js';
import { Checkout, expectToLogIn, expectToRegister, stop } from './checkout.js';

const nobody = 65_534;
let checkout: Checkout;

/** As root alone is PostgreSQL another user. */
function describeAsRoot(title: string, define: () => void): void {
  if (process.getuid?.() === 0) describe(title, define);
  else leaveOut(title, 'only root can run it', define);
}

const ownerOf = (name: string): number => lstatSync(checkout.kept(name)).uid;
const rightsOf = (name: string): number => lstatSync(checkout.kept(name)).mode & 0o777;

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
});
