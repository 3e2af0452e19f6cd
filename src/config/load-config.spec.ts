import { describe, expect, test } from '@jest/globals';
import { environment, type Variable } from './environment.js';
import { ConfigError, loadConfig } from './load-config.js';

const token = { TMDB_READ_TOKEN: 'eyJhbGciOiJIUzI1NiJ9.e30.abc' };

function problemsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

const wrongValues: Record<keyof typeof environment, string> = {
  PORT: 'wrong-65536',
  HOST: '',
  TMDB_READ_TOKEN: 'wrong token',
  TMDB_BASE_URL: 'ftp://wrong.example',
  TMDB_IMAGE_BASE_URL: 'wrong/t/p',
  TMDB_CONNECT_TIMEOUT_MS: 'wrong-ms',
  TMDB_ATTEMPT_TIMEOUT_MS: '0',
  TMDB_DEADLINE_MS: '60001',
  REDIS_URL: 'http://wrong:hunter2@redis.example',
  CACHE_TTL_SECONDS: '1.5',
  CACHE_MEMORY_MB: '-1',
  CORS_ORIGINS: 'https://app.example, https://wrong.example/path',
  INTROSPECTION: 'wrong-yes',
  EXPLORER: 'true',
  LOG_LEVEL: 'wrong-loud',
};

describe('loadConfig', () => {
  test('needs nothing but a token', () => {
    expect(loadConfig(token)).toEqual({
      http: { host: '0.0.0.0', port: 4000, corsOrigins: [] },
      graphql: { introspection: false, explorer: false },
      tmdb: {
        readToken: token.TMDB_READ_TOKEN,
        baseUrl: 'https://api.themoviedb.org/3',
        imageBaseUrl: 'https://image.tmdb.org/t/p',
        connectTimeoutMs: 700,
        attemptTimeoutMs: 2000,
        deadlineMs: 3000,
      },
      cache: { redisUrl: undefined, ttlSeconds: 300, memoryMegabytes: 64 },
      log: { level: 'info' },
      catalogue: 'LIVE',
    });
  });

  test('reads every variable', () => {
    const config = loadConfig({
      PORT: '0',
      HOST: '::1',
      TMDB_READ_TOKEN: ' abc ',
      TMDB_BASE_URL: 'http://localhost:1/3//',
      TMDB_IMAGE_BASE_URL: 'https://cdn.example/t/p/',
      TMDB_CONNECT_TIMEOUT_MS: '1',
      TMDB_ATTEMPT_TIMEOUT_MS: '2',
      TMDB_DEADLINE_MS: '60000',
      REDIS_URL: 'rediss://:pass@redis.example:6380',
      CACHE_TTL_SECONDS: '5',
      CACHE_MEMORY_MB: '6',
      CORS_ORIGINS: 'https://app.example , http://localhost:3000,',
      INTROSPECTION: 'on',
      EXPLORER: 'on',
      LOG_LEVEL: 'silent',
    });
    expect(config).toEqual({
      http: { host: '::1', port: 0, corsOrigins: ['https://app.example', 'http://localhost:3000'] },
      graphql: { introspection: true, explorer: true },
      tmdb: {
        readToken: 'abc',
        baseUrl: 'http://localhost:1/3',
        imageBaseUrl: 'https://cdn.example/t/p',
        connectTimeoutMs: 1,
        attemptTimeoutMs: 2,
        deadlineMs: 60_000,
      },
      cache: { redisUrl: 'rediss://:pass@redis.example:6380', ttlSeconds: 5, memoryMegabytes: 6 },
      log: { level: 'silent' },
      catalogue: 'LIVE',
    });
  });

  test('takes an empty variable for an absent one', () => {
    const empty = Object.fromEntries(Object.keys(environment).map((name) => [name, '']));
    expect(loadConfig({ ...empty, ...token })).toEqual(loadConfig(token));
  });

  test('tells all that is wrong at once', () => {
    const wrong = Object.entries(wrongValues).filter(([, value]) => value !== '');
    expect(problemsOf(Object.fromEntries(wrong)).map((problem) => problem.split(' ', 1)[0])).toEqual(
      wrong.map(([name]) => name),
    );
  });

  test.each(Object.entries(wrongValues).filter(([, value]) => value !== ''))(
    'names %s, the fault and the remedy of a wrong value, and not the value',
    (name, value) => {
      const [problem = '', ...more] = problemsOf({ ...token, [name]: value });
      expect(more).toEqual([]);
      expect(problem).toMatch(new RegExp(`^${name} (is|has) .+\\. `));
      expect(problem.endsWith(remedyOf(name))).toBe(true);
      expect(problem).not.toMatch(/wrong|hunter2|60001|-1/);
    },
  );

  test.each([
    ['PORT', ' '],
    ['PORT', '0x10'],
    ['PORT', '4e3'],
    ['PORT', '+4000'],
    ['CACHE_TTL_SECONDS', '1e3'],
    ['CACHE_MEMORY_MB', '0x10'],
    ['TMDB_DEADLINE_MS', ' 3000'],
    ['TMDB_BASE_URL', 'https://proxy.example/3?api_key=hunter2'],
    ['TMDB_BASE_URL', 'https://proxy.example/3#hunter2'],
    ['TMDB_BASE_URL', 'https://hunter2:x@proxy.example/3'],
    ['TMDB_IMAGE_BASE_URL', 'https://x:hunter2@cdn.example/t/p'],
    ['TMDB_IMAGE_BASE_URL', 'https://cdn.example/t/p?'],
    ['REDIS_URL', 'redis://:hunter2%@redis.example'],
    ['REDIS_URL', 'redis://hunter2%zz:x@redis.example'],
    ['REDIS_URL', 'redis://:hunter2@redis.example/cache'],
    ['REDIS_URL', 'redis://:hunter2@redis.example/0/1'],
  ])('refuses %s=%j with the remedy, and without the value', (name, value) => {
    const [problem = '', ...more] = problemsOf({ ...token, [name]: value });
    expect(more).toEqual([]);
    expect(problem).toMatch(new RegExp(`^${name} is .+\\. `));
    expect(problem.endsWith(remedyOf(name))).toBe(true);
    expect(problem).not.toMatch(/hunter2|example\//);
  });

  test.each(['redis://localhost', 'redis://localhost/', 'redis://user:p%25w@localhost:6379/15'])('takes %s', (url) => {
    expect(loadConfig({ ...token, REDIS_URL: url }).cache.redisUrl).toBe(url);
  });

  test('says of a catalogue what it is told', () => {
    expect(loadConfig(token, 'DEMO').catalogue).toBe('DEMO');
  });

  test('names a missing token with its remedy', () => {
    expect(problemsOf({})).toEqual([`TMDB_READ_TOKEN is missing. ${remedyOf('TMDB_READ_TOKEN')}`]);
  });

  test('puts every problem on a line of its message', () => {
    expect(() => loadConfig({ PORT: 'x' })).toThrow(
      /^The configuration can't be used:\n {2}- PORT is .+\n {2}- TMDB_READ_TOKEN is missing/,
    );
  });
});

function remedyOf(name: string): string {
  return (environment as Record<string, Variable>)[name]?.remedy ?? 'no such variable';
}
