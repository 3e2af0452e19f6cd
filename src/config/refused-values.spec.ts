import { describe, expect, test } from '@jest/globals';
import { environment } from './environment.js';
import type { Variable } from './variable.js';
import { ConfigError, loadConfig } from './load-config.js';

const needed = {
  TMDB_READ_TOKEN: 'eyJhbGciOiJIUzI1NiJ9.e30.abc',
  DATABASE_URL: 'postgres://localhost/watchme',
  JWT_SECRET: 'x'.repeat(32),
};

const wrongValues: Record<keyof typeof environment, string> = {
  PORT: 'wrong-65536',
  HOST: '',
  DRAIN_SECONDS: '61',
  TMDB_READ_TOKEN: 'wrong token',
  TMDB_BASE_URL: 'ftp://wrong.example',
  TMDB_IMAGE_BASE_URL: 'wrong/t/p',
  TMDB_CONNECT_TIMEOUT_MS: 'wrong-ms',
  TMDB_ATTEMPT_TIMEOUT_MS: '0',
  TMDB_DEADLINE_MS: '60001',
  UPSTREAM_RATE_PER_SECOND: '1001',
  MAX_TASKS: '33',
  REDIS_URL: 'http://wrong:hunter2@redis.example',
  CACHE_TTL_SECONDS: '1.5',
  CACHE_STALE_DAYS: '181',
  CACHE_MEMORY_MB: '-1',
  FRONT: 'on',
  FRONT_MEMORY_MB: '-1',
  CACHE_WARM_LOCALES: 'en-US,wrong-br',
  CHANGE_FEED_SECONDS: '0',
  DATABASE_URL: 'mysql://wrong:hunter2@db.example/wrong',
  DATABASE_POOL_MAX: '0',
  DATABASE_CONNECT_TIMEOUT_MS: '60001',
  DATABASE_STATEMENT_TIMEOUT_MS: 'wrong-ms',
  DATABASE_IDLE_TRANSACTION_TIMEOUT_MS: '-1',
  JWT_SECRET: 'hunter2',
  JWT_SECRET_PREVIOUS: 'hunter2',
  COOKIE_SAMESITE: 'wrong-lax',
  TRUSTED_PROXIES: '11',
  ALLOW_PLAIN_HTTP: 'wrong-yes',
  REGISTRATIONS_PER_HOUR: '0',
  RATE_LIMIT_CALLS_PER_MINUTE: '0',
  PASSWORD_MIN_LENGTH: '7',
  ARGON2_MEMORY_KIB: '8191',
  ARGON2_TIME_COST: '0',
  ARGON2_PARALLELISM: '17',
  HASHING_QUEUE_MAX: '-1',
  HASHING_QUEUE_WAIT_MS: 'wrong-ms',
  SMTP_URL: 'http://wrong:hunter2@mail.example',
  MAIL_FROM: 'wrong',
  PUBLIC_APP_URL: 'wrong',
  CORS_ORIGINS: 'https://app.example, https://wrong.example/path',
  INTROSPECTION: 'wrong-yes',
  EXPLORER: 'true',
  TRUSTED_DOCUMENTS: '',
  TRUSTED_DOCUMENTS_MODE: 'wrong-mode',
  METRICS_PORT: '0',
  METRICS_EMF: 'wrong-yes',
  COPILOT_ENVIRONMENT_NAME: '',
  LOG_LEVEL: 'wrong-loud',
};

describe('what loadConfig refuses', () => {
  test('tells all that is wrong at once', () => {
    const wrong = Object.entries(wrongValues).filter(([, value]) => value !== '');
    expect(problemsOf(Object.fromEntries(wrong)).map((problem) => problem.split(' ', 1)[0])).toEqual(
      wrong.map(([name]) => name),
    );
  });

  test.each(Object.entries(wrongValues).filter(([, value]) => value !== ''))(
    'names %s, the fault and the remedy of a wrong value, and not the value',
    (name, value) => {
      const [problem = '', ...more] = problemsOf({ ...needed, [name]: value });
      expect(more).toEqual([]);
      expect(problem).toMatch(new RegExp(`^${name} (is|has) .+\\. `));
      expect(problem.endsWith(remedyOf(name))).toBe(true);
      expect(problem).not.toMatch(/wrong|hunter2|60001(?! )|-1/);
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
    ['DATABASE_URL', 'postgres://x:hunter2%@db.example/films'],
    ['DATABASE_URL', 'postgres://x:hunter2@db.example'],
    ['DATABASE_URL', 'postgres://x:hunter2@db.example/films/more'],
    ['SMTP_URL', 'smtp://x:hunter2%@mail.example'],
    ['MAIL_FROM', 'hunter2'],
  ])('refuses %s=%j with the remedy, and without the value', (name, value) => {
    const [problem = '', ...more] = problemsOf({ ...needed, [name]: value });
    expect(more).toEqual([]);
    expect(problem).toMatch(new RegExp(`^${name} is .+\\. `));
    expect(problem.endsWith(remedyOf(name))).toBe(true);
    expect(problem).not.toMatch(/hunter2|example\//);
  });

  test.each([
    'sslmode=no-verify',
    'sslmode=allow',
    'sslmode=Verify-Full',
    'sslmode=',
    'sslmode=verify-full&sslmode=disable',
    'sslmode=require&uselibpqcompat=true',
    'sslmode=verify-full&ssl=no-verify',
    'ssl=true',
    'sslmode=verify-full&sslcert=/x.pem',
    'sslmode=disable&sslrootcert=/x.pem',
    'sslrootcert=/x.pem',
  ])('refuses a DATABASE_URL with `%s`, which would look safe and is not, or says nothing', (query) => {
    const problems = problemsOf({ ...needed, DATABASE_URL: `postgres://x:hunter2@db.example/films?${query}` });
    expect(problems).toEqual([expect.stringMatching(/^DATABASE_URL (has|says) .*ssl/)]);
    expect(problems.join()).not.toMatch(/hunter2/);
  });

  test.each([
    'db.example/films',
    'db.example/films?sslmode=disable',
    'db.example/films?sslmode=prefer',
    'db.example/films?sslmode=require',
    'db.example/films?sslmode=verify-ca&sslrootcert=/x.pem',
    '10.0.0.1/films?sslmode=verify-full',
    '[fd00::1]/films?sslmode=verify-full',
  ])('takes the DATABASE_URL of %s', (rest) => {
    expect(problemsOf({ ...needed, DATABASE_URL: `postgres://x:y@${rest}` })).toEqual([]);
  });

  test('names each missing one with its remedy', () => {
    expect(problemsOf({})).toEqual(Object.keys(needed).map((name) => `${name} is missing. ${remedyOf(name)}`));
  });

  test('puts every problem on a line of its message', () => {
    expect(() => loadConfig({ PORT: 'x' })).toThrow(
      /^The configuration can't be used:\n {2}- PORT is .+\n {2}- TMDB_READ_TOKEN is missing/,
    );
  });
});

function problemsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

function remedyOf(name: string): string {
  return (environment as Record<string, Variable>)[name]?.remedy ?? 'no such variable';
}
