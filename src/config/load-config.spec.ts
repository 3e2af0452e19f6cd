import { describe, expect, test } from '@jest/globals';
import { environment } from './environment.js';
import { loadConfig, loadDatabaseConfig } from './load-config.js';

const needed = {
  TMDB_READ_TOKEN: 'eyJhbGciOiJIUzI1NiJ9.e30.abc',
  DATABASE_URL: 'postgres://localhost/watchme',
  JWT_SECRET: 'x'.repeat(32),
};

describe('loadConfig', () => {
  test('needs nothing but a token, a database and a key', () => {
    expect(loadConfig(needed)).toEqual({
      http: {
        host: '0.0.0.0',
        port: 4000,
        drainSeconds: 5,
        corsOrigins: [],
        trustedProxies: 0,
        allowsPlainHttp: false,
      },
      front: { mode: 'full', memoryMegabytes: 32 },
      graphql: { introspection: false, explorer: false },
      documents: { trustedFile: undefined, mode: 'allow' },
      limits: { callsPerMinute: undefined },
      tmdb: {
        readToken: needed.TMDB_READ_TOKEN,
        baseUrl: 'https://api.themoviedb.org/3',
        imageBaseUrl: 'https://image.tmdb.org/t/p',
        connectTimeoutMs: 700,
        attemptTimeoutMs: 2000,
        deadlineMs: 3000,
      },
      upstream: { ratePerSecond: 34, maxTasks: 4 },
      cache: { redisUrl: undefined, ttlSeconds: 300, staleDays: 7, memoryMegabytes: 64 },
      freshness: { changeFeedSeconds: undefined, warmLocales: [] },
      database: {
        url: needed.DATABASE_URL,
        poolMax: 10,
        connectTimeoutMs: 1000,
        statementTimeoutMs: 1500,
        idleTransactionTimeoutMs: 5000,
      },
      auth: {
        jwtSecret: needed.JWT_SECRET,
        previousJwtSecret: undefined,
        cookieSameSite: 'strict',
        registrationsPerHour: 100,
        passwordMinLength: 15,
      },
      hashing: { memoryKib: 19_456, timeCost: 2, parallelism: 1, queueMax: 64, queueWaitMs: 5000 },
      mail: {
        delivery: 'NONE',
        smtpUrl: undefined,
        from: 'WatchMe <no-reply@watchme.example>',
        appUrl: 'http://localhost:5173',
      },
      telemetry: { metricsPort: undefined, emf: false, environment: 'local' },
      log: { level: 'info' },
      catalogue: 'LIVE',
    });
  });

  test('reads every variable', () => {
    const config = loadConfig({
      PORT: '0',
      HOST: '::1',
      DRAIN_SECONDS: '0',
      TMDB_READ_TOKEN: ' abc ',
      TMDB_BASE_URL: 'http://localhost:1/3//',
      TMDB_IMAGE_BASE_URL: 'https://cdn.example/t/p/',
      TMDB_CONNECT_TIMEOUT_MS: '1',
      TMDB_ATTEMPT_TIMEOUT_MS: '2',
      TMDB_DEADLINE_MS: '60000',
      UPSTREAM_RATE_PER_SECOND: '9',
      MAX_TASKS: '2',
      REDIS_URL: 'rediss://:pass@redis.example:6380',
      CACHE_TTL_SECONDS: '5',
      CACHE_STALE_DAYS: '180',
      CACHE_MEMORY_MB: '6',
      FRONT: 'cache',
      FRONT_MEMORY_MB: '0',
      CACHE_WARM_LOCALES: 'pt-BR, en',
      CHANGE_FEED_SECONDS: '3600',
      CORS_ORIGINS: 'https://app.example , http://localhost:3000,',
      INTROSPECTION: 'on',
      EXPLORER: 'on',
      TRUSTED_DOCUMENTS: 'trusted.json',
      TRUSTED_DOCUMENTS_MODE: 'require',
      METRICS_PORT: '9464',
      METRICS_EMF: 'on',
      COPILOT_ENVIRONMENT_NAME: 'prod',
      LOG_LEVEL: 'silent',
      DATABASE_URL: 'postgresql://user:p%25w@db.example:5433/films?sslmode=require',
      DATABASE_POOL_MAX: '7',
      DATABASE_CONNECT_TIMEOUT_MS: '8',
      DATABASE_STATEMENT_TIMEOUT_MS: '9',
      DATABASE_IDLE_TRANSACTION_TIMEOUT_MS: '10',
      JWT_SECRET: 'a'.repeat(32),
      JWT_SECRET_PREVIOUS: 'b'.repeat(32),
      COOKIE_SAMESITE: 'none',
      TRUSTED_PROXIES: '2',
      ALLOW_PLAIN_HTTP: 'on',
      REGISTRATIONS_PER_HOUR: '7',
      RATE_LIMIT_CALLS_PER_MINUTE: '300',
      PASSWORD_MIN_LENGTH: '8',
      ARGON2_MEMORY_KIB: '8192',
      ARGON2_TIME_COST: '11',
      ARGON2_PARALLELISM: '12',
      HASHING_QUEUE_MAX: '0',
      HASHING_QUEUE_WAIT_MS: '13',
      SMTP_URL: 'smtp://mail.example',
      MAIL_FROM: 'films@app.example',
      PUBLIC_APP_URL: 'https://app.example/',
    });
    expect(config).toEqual({
      http: {
        host: '::1',
        port: 0,
        drainSeconds: 0,
        corsOrigins: ['https://app.example', 'http://localhost:3000'],
        trustedProxies: 2,
        allowsPlainHttp: true,
      },
      front: { mode: 'cache', memoryMegabytes: 0 },
      graphql: { introspection: true, explorer: true },
      documents: { trustedFile: 'trusted.json', mode: 'require' },
      limits: { callsPerMinute: 300 },
      tmdb: {
        readToken: 'abc',
        baseUrl: 'http://localhost:1/3',
        imageBaseUrl: 'https://cdn.example/t/p',
        connectTimeoutMs: 1,
        attemptTimeoutMs: 2,
        deadlineMs: 60_000,
      },
      upstream: { ratePerSecond: 9, maxTasks: 2 },
      cache: { redisUrl: 'rediss://:pass@redis.example:6380', ttlSeconds: 5, staleDays: 180, memoryMegabytes: 6 },
      freshness: { changeFeedSeconds: 3600, warmLocales: ['pt-BR', 'en'] },
      database: {
        url: 'postgresql://user:p%25w@db.example:5433/films?sslmode=require',
        poolMax: 7,
        connectTimeoutMs: 8,
        statementTimeoutMs: 9,
        idleTransactionTimeoutMs: 10,
      },
      auth: {
        jwtSecret: 'a'.repeat(32),
        previousJwtSecret: 'b'.repeat(32),
        cookieSameSite: 'none',
        registrationsPerHour: 7,
        passwordMinLength: 8,
      },
      hashing: { memoryKib: 8192, timeCost: 11, parallelism: 12, queueMax: 0, queueWaitMs: 13 },
      mail: {
        delivery: 'SMTP',
        smtpUrl: 'smtp://mail.example',
        from: 'films@app.example',
        appUrl: 'https://app.example',
      },
      telemetry: { metricsPort: 9464, emf: true, environment: 'prod' },
      log: { level: 'silent' },
      catalogue: 'LIVE',
    });
  });

  test('takes an empty variable for an absent one', () => {
    const empty = Object.fromEntries(Object.keys(environment).map((name) => [name, '']));
    expect(loadConfig({ ...empty, ...needed })).toEqual(loadConfig(needed));
  });

  test.each(['redis://localhost', 'redis://localhost/', 'redis://user:p%25w@localhost:6379/15'])('takes %s', (url) => {
    expect(loadConfig({ ...needed, REDIS_URL: url }).cache.redisUrl).toBe(url);
  });

  test('says of a catalogue what it is told', () => {
    expect(loadConfig(needed, { catalogue: 'DEMO' }).catalogue).toBe('DEMO');
  });

  test('prints mails only where it is told to and no server is given', () => {
    const deliveryOf = (env: object): string => loadConfig({ ...needed, ...env }, { printsMail: true }).mail.delivery;
    expect([deliveryOf({}), deliveryOf({ SMTP_URL: 'smtp://mail.example' })]).toEqual(['PRINT', 'SMTP']);
  });

  test('gives operators the part about the database, whatever the rest is', () => {
    const { database } = loadConfig(needed);
    expect(loadDatabaseConfig({ DATABASE_URL: needed.DATABASE_URL, PORT: 'x' })).toEqual(database);
  });
});
