import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readFileSync, statSync } from 'node:fs';
import { ask, Checkout, expectToLogIn, expectToRegister, killApp, stop } from './checkout.js';

let checkout: Checkout;

beforeEach(() => {
  checkout = new Checkout();
});

afterEach(() => checkout.remove());

test('accounts outlive a stop, a killed app, and a killed app with its PostgreSQL', async () => {
  const first = await checkout.start();
  await expectToRegister(first.url);
  const secret = checkout.kept('jwt-secret');
  expect(statSync(secret).mode & 0o777).toBe(0o600);
  const key = readFileSync(secret, 'utf8');
  await stop(first.entry);
  expect(checkout.postmaster).toBeNull();

  const second = await checkout.start();
  await expectToLogIn(second.url);
  const survivor = checkout.postmaster?.pid;
  await killApp(second.entry);
  expect([checkout.postmaster?.pid, survivor]).toEqual([survivor, expect.any(Number)]);

  const third = await checkout.start();
  await expectToLogIn(third.url);
  expect(checkout.postmaster?.pid).toBe(survivor);
  await Promise.all([killApp(third.entry), checkout.killPostgres()]);

  const fourth = await checkout.start();
  await expectToLogIn(fourth.url);
  await stop(fourth.entry);
  expect([checkout.postmaster, readFileSync(secret, 'utf8')]).toEqual([null, key]);
}, 120_000);

test('two at once share a PostgreSQL, which the last one ends', async () => {
  const [first, second] = await Promise.all([checkout.start(), checkout.start()]);
  await expectToRegister(first.url);
  await expectToLogIn(second.url);
  await stop(first.entry);
  expect(checkout.postmaster).not.toBeNull();
  await stop(second.entry);
  expect(checkout.postmaster).toBeNull();
}, 120_000);

test('films answer where PostgreSQL does not, and the start says what to do', async () => {
  const { entry, url } = await checkout.start({ DATABASE_URL: 'postgres://127.0.0.1:1/none' });
  expect(entry.text).toMatch(/accounts out of service .*DATABASE_URL/);
  const { data } = await ask(url, '{ movies(first: 3) { nodes { title } } }');
  expect(data.movies.nodes).toHaveLength(3);
  await stop(entry);
}, 120_000);
