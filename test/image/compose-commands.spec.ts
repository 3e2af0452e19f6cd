import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '../../src/config/environment.js';
import { ComposeRig } from './compose-rig.js';

let rig: ComposeRig;
beforeEach(() => {
  rig = new ComposeRig();
  rig.stand('node', `exec '${process.execPath}' "$@"`);
  expect(rig.run('secrets')).toEqual({ code: 0, text: '' });
  rig.stand('node', 'echo "$@"; env');
});
afterEach(() => rig.remove());

const names = ['api.env', 'database-password', 'redis-password'];

/** A variable that the API would be started with. */
function given(text: string, name: string): string | undefined {
  return new RegExp(`^${name}=(.*)$`, 'm').exec(text)?.[1];
}

describe('the secrets', () => {
  test('are made each by itself, for all services to read and none to write', () => {
    expect(readdirSync(rig.secrets).toSorted()).toEqual(names);
    for (const name of names) expect(statSync(join(rig.secrets, name)).mode & 0o777).toBe(0o444);
    const { text } = rig.run('migrate');
    const made = [rig.secret('database-password'), rig.secret('redis-password'), given(text, 'JWT_SECRET') ?? ''];
    expect(new Set(made).size).toBe(3);
    // 32 bytes as text.
    for (const secret of made) expect(secret).toMatch(/^[\w-]{43}$/);
  });

  test('are kept at the next start', () => {
    const before = names.map((name) => rig.secret(name));
    rig.stand('node', `exec '${process.execPath}' "$@"`);
    expect(rig.run('secrets')).toEqual({ code: 0, text: '' });
    expect(names.map((name) => rig.secret(name))).toEqual(before);
  });

  test('are others on another machine', () => {
    const other = new ComposeRig();
    other.stand('node', `exec '${process.execPath}' "$@"`);
    other.run('secrets');
    for (const name of names) expect(other.secret(name)).not.toBe(rig.secret(name));
    other.remove();
  });
});

describe('migrate', () => {
  test('is given the database', () => {
    const { code, text } = rig.run('migrate');
    expect([code, text.split('\n', 1)[0]]).toEqual([0, 'dist/scripts/migrate.js']);
    expect(given(text, 'DATABASE_URL')).toBe(
      `postgres://watchme:${rig.secret('database-password')}@postgres:5432/watchme`,
    );
  });
});

describe('api', () => {
  /** `isThere`: whether the profile of the demo is on. */
  function start(isThere: boolean, env: Record<string, string>): string {
    rig.stand('getent', `[ "$*" = 'hosts demo' ] && ${isThere}`);
    const { code, text } = rig.run('api', env);
    expect([code, text.split('\n', 1)[0]]).toEqual([0, 'dist/main.js']);
    return text;
  }

  test('is given addresses and a key that the configuration takes', () => {
    const text = start(false, { TMDB_READ_TOKEN: 'mine' });
    expect(given(text, 'REDIS_URL')).toBe(`redis://:${rig.secret('redis-password')}@redis:6379`);
    for (const name of ['DATABASE_URL', 'REDIS_URL', 'JWT_SECRET'] as const) {
      expect([name, environment[name].schema.safeParse(given(text, name)).success]).toEqual([name, true]);
    }
  });

  test('asks the demo, where it is there and no token is', () => {
    const text = start(true, { TMDB_READ_TOKEN: '' });
    expect(['TMDB_READ_TOKEN', 'TMDB_BASE_URL', 'TMDB_IMAGE_BASE_URL'].map((name) => given(text, name))).toEqual([
      'demo',
      'http://demo:4001/3',
      'http://127.0.0.1:4001/t/p',
    ]);
  });

  test.each([true, false])('asks TMDb with the token that is given (demo there: %s)', (isThere) => {
    const text = start(isThere, { TMDB_READ_TOKEN: 'mine' });
    expect(given(text, 'TMDB_READ_TOKEN')).toBe('mine');
    expect(text).not.toMatch(/TMDB_(IMAGE_)?BASE_URL/);
  });

  test('is started without a token, where there is no demo, to say what it lacks', () => {
    const text = start(false, { TMDB_READ_TOKEN: '' });
    expect(given(text, 'TMDB_READ_TOKEN')).toBe('');
    expect(text).not.toMatch(/TMDB_(IMAGE_)?BASE_URL/);
  });
});

describe('redis', () => {
  test('has a password, a bound and no disk', () => {
    rig.stand('redis-server', 'printf "%s|" "$@"');
    const options = '--maxmemory|256mb|--maxmemory-policy|allkeys-lru|--save||--appendonly|no|';
    expect(rig.run('redis').text).toBe(`--requirepass|${rig.secret('redis-password')}|${options}`);
  });

  test('is well when it takes the password, and not otherwise', () => {
    rig.stand('redis-cli', `[ "$REDISCLI_AUTH" = '${rig.secret('redis-password')}' ] && echo PONG || echo NOAUTH`);
    expect(rig.ask('redis').code).toBe(0);
    rig.stand('redis-cli', 'echo LOADING');
    expect(rig.ask('redis').code).not.toBe(0);
  });
});
