import { z } from 'zod';
import { accessEnvironment } from './access-environment.js';
import { databaseAddress } from './database-address.js';
import { count, duration, locales, onOff, origins, port, redisAddress, webAddress } from './value-schemas.js';
import type { Variable } from './variable.js';

/**
 * Every variable the production entry reads. A key of `environment` is the variable's name; a schema with a default
 * makes it optional.
 */
export const environment = {
  PORT: {
    schema: port.default(4000),
    meaning: 'The TCP port it listens on; 0 takes any free one.',
    defaultText: '4000',
    remedy: 'Give a port from 0 to 65535, such as PORT=4000.',
  },
  HOST: {
    schema: z.string().min(1).default('0.0.0.0'),
    meaning: 'The address it listens on.',
    defaultText: '0.0.0.0; `npm start`: 127.0.0.1',
    remedy: 'Give an address of this machine, such as HOST=0.0.0.0.',
  },
  DRAIN_SECONDS: {
    schema: count(60).default(5),
    meaning: 'How long it goes on serving once it was told to end, while its balancer takes it out.',
    defaultText: '5; `npm start`: 0',
    remedy: 'Give seconds from 0 to 60, such as DRAIN_SECONDS=5.',
  },
  TMDB_READ_TOKEN: {
    schema: z
      .string()
      .trim()
      .min(1)
      .regex(/^[\x21-\x7e]+$/, { message: 'has characters that no token has' }),
    meaning: "TMDb's API Read Access Token (v4), sent as Bearer.",
    defaultText: undefined,
    remedy:
      'Copy the "API Read Access Token" from https://www.themoviedb.org/settings/api into TMDB_READ_TOKEN, or try `npm start`, which needs none.',
  },
  TMDB_BASE_URL: {
    schema: webAddress.default('https://api.themoviedb.org/3'),
    meaning: "Where TMDb's API is, with the `/3`: for proxies and stand-ins.",
    defaultText: 'https://api.themoviedb.org/3',
    remedy: 'Leave it out, or give an address such as TMDB_BASE_URL=https://api.themoviedb.org/3.',
  },
  TMDB_IMAGE_BASE_URL: {
    schema: webAddress.default('https://image.tmdb.org/t/p'),
    meaning: 'The prefix of picture addresses: for an image CDN of your own.',
    defaultText: 'https://image.tmdb.org/t/p',
    remedy: 'Leave it out, or give an address such as TMDB_IMAGE_BASE_URL=https://image.tmdb.org/t/p.',
  },
  TMDB_CONNECT_TIMEOUT_MS: {
    schema: duration(60_000).default(700),
    meaning: 'How long connecting to TMDb may take.',
    defaultText: '700',
    remedy: 'Give milliseconds from 1 to 60000, such as TMDB_CONNECT_TIMEOUT_MS=700.',
  },
  TMDB_ATTEMPT_TIMEOUT_MS: {
    schema: duration(60_000).default(2000),
    meaning: 'How long one attempt of a call to TMDb may take.',
    defaultText: '2000',
    remedy: 'Give milliseconds from 1 to 60000, such as TMDB_ATTEMPT_TIMEOUT_MS=2000.',
  },
  TMDB_DEADLINE_MS: {
    schema: duration(60_000).default(3000),
    meaning: 'How long a call to TMDb may take with all its retries, and a request with all its calls (0.2 s more).',
    defaultText: '3000',
    remedy: 'Give milliseconds from 1 to 60000, such as TMDB_DEADLINE_MS=3000.',
  },
  UPSTREAM_RATE_PER_SECOND: {
    schema: duration(1000).default(34),
    meaning: "How many calls a second all processes together make to TMDb; TMDb's own limit is about 40 for one key.",
    defaultText: '34',
    remedy: 'Give a number from 1 to 1000, such as UPSTREAM_RATE_PER_SECOND=34.',
  },
  MAX_TASKS: {
    schema: duration(32).default(4),
    meaning:
      'How many processes may run at once, the doubling while they are replaced counted; each takes that part of the calls to TMDb while Redis is away and they were never counted.',
    defaultText: '4',
    remedy: 'Give a number from 1 to 32, such as MAX_TASKS=4.',
  },
  REDIS_URL: {
    schema: redisAddress.optional(),
    meaning: 'The Redis behind the in-process cache; absent: memory only.',
    defaultText: 'none',
    remedy: 'Leave it out, or give an address such as REDIS_URL=redis://localhost:6379.',
  },
  CACHE_TTL_SECONDS: {
    schema: duration(86_400).default(300),
    meaning: 'How long film data is taken as fresh.',
    defaultText: '300',
    remedy: 'Give seconds from 1 to 86400, such as CACHE_TTL_SECONDS=300.',
  },
  CACHE_STALE_DAYS: {
    schema: duration(180).default(7),
    meaning: "How long film data may be served while it can't be refreshed; TMDb's terms allow six months.",
    defaultText: '7',
    remedy: 'Give days from 1 to 180, such as CACHE_STALE_DAYS=7.',
  },
  CACHE_MEMORY_MB: {
    schema: duration(16_384).default(64),
    meaning: 'The bound of the in-process cache in megabytes.',
    defaultText: '64',
    remedy: 'Give megabytes from 1 to 16384, such as CACHE_MEMORY_MB=64.',
  },
  FRONT: {
    schema: z.enum(['off', 'cache', 'full']).default('full'),
    meaning:
      'How much is answered before Apollo: `full`; `cache`, without executing known documents there; `off`, nothing.',
    defaultText: 'full',
    remedy: 'Give off, cache or full, such as FRONT=full.',
  },
  FRONT_MEMORY_MB: {
    schema: count(16_384).default(32),
    meaning: 'What whole answers may take of the memory of the process, in MB; 0 keeps none.',
    defaultText: '32',
    remedy: 'Give megabytes from 0 to 16384, such as FRONT_MEMORY_MB=32.',
  },
  CACHE_WARM_LOCALES: {
    schema: locales.default([]),
    meaning: 'The locales, comma-separated, in which the lists and genres are read before anyone asks.',
    defaultText: 'none',
    remedy: 'Leave it out, or give locales such as CACHE_WARM_LOCALES=en-US,pt-BR.',
  },
  CHANGE_FEED_SECONDS: {
    schema: duration(3600).optional(),
    meaning: 'How often TMDb is asked which films have changed; absent: never. 60 or more for TMDb itself.',
    defaultText: 'none',
    remedy: 'Leave it out, or give seconds from 1 to 3600, such as CHANGE_FEED_SECONDS=60.',
  },
  DATABASE_URL: {
    schema: databaseAddress,
    meaning: 'The PostgreSQL that holds accounts and libraries; with TLS by `?sslmode=verify-full`.',
    defaultText: undefined,
    remedy: 'Give an address such as DATABASE_URL=postgres://user:password@localhost:5432/watchme.',
  },
  DATABASE_POOL_MAX: {
    schema: duration(100).default(10),
    meaning: 'How many connections to PostgreSQL a process holds at most.',
    defaultText: '10',
    remedy: 'Give a number from 1 to 100, such as DATABASE_POOL_MAX=10.',
  },
  DATABASE_CONNECT_TIMEOUT_MS: {
    schema: duration(60_000).default(1000),
    meaning: 'How long connecting to PostgreSQL, or waiting for a free connection, may take.',
    defaultText: '1000',
    remedy: 'Give milliseconds from 1 to 60000, such as DATABASE_CONNECT_TIMEOUT_MS=1000.',
  },
  DATABASE_STATEMENT_TIMEOUT_MS: {
    schema: duration(60_000).default(1500),
    meaning: 'How long one SQL statement may take.',
    defaultText: '1500',
    remedy: 'Give milliseconds from 1 to 60000, such as DATABASE_STATEMENT_TIMEOUT_MS=1500.',
  },
  DATABASE_IDLE_TRANSACTION_TIMEOUT_MS: {
    schema: duration(60_000).default(5000),
    meaning: 'How long a transaction may lie idle before PostgreSQL ends it.',
    defaultText: '5000',
    remedy: 'Give milliseconds from 1 to 60000, such as DATABASE_IDLE_TRANSACTION_TIMEOUT_MS=5000.',
  },
  ...accessEnvironment,
  CORS_ORIGINS: {
    schema: origins.default([]),
    meaning: 'Origins that browsers may call from, comma-separated; `:*` at the end stands for any port.',
    defaultText: 'none; `npm start`: localhost and Apollo Studio',
    remedy: 'Give origins without a path, such as CORS_ORIGINS=https://app.example,https://studio.apollographql.com.',
  },
  INTROSPECTION: {
    schema: onOff.default(false),
    meaning: 'Whether clients may ask for the schema: `on` or `off`.',
    defaultText: 'off; `npm start`: on',
    remedy: 'Give INTROSPECTION=on or INTROSPECTION=off.',
  },
  EXPLORER: {
    schema: onOff.default(false),
    meaning:
      'Whether browsers get an explorer at `/`, `/graphql` and `/explorer`, and anybody `/schema.graphql`: `on` or `off`.',
    defaultText: 'off; `npm start`: on',
    remedy: 'Give EXPLORER=on or EXPLORER=off.',
  },
  TRUSTED_DOCUMENTS: {
    schema: z.string().optional(),
    meaning:
      "A file of documents that run without limits on documents, as graphql-codegen's `persistedDocuments` writes it with `sha256`; see docs/persisted-documents.md.",
    defaultText: 'none',
    remedy: 'Leave it out, or give the path of a file such as TRUSTED_DOCUMENTS=persisted-documents.json.',
  },
  TRUSTED_DOCUMENTS_MODE: {
    schema: z.enum(['allow', 'require']).default('allow'),
    meaning: 'Whether other documents run too (`allow`), or nothing but those of `TRUSTED_DOCUMENTS` (`require`).',
    defaultText: 'allow',
    remedy: 'Give TRUSTED_DOCUMENTS_MODE=allow or TRUSTED_DOCUMENTS_MODE=require.',
  },
  METRICS_PORT: {
    schema: duration(65_535).optional(),
    meaning: 'The port where `/metrics` is told to Prometheus; absent: nowhere. It is not for the internet.',
    defaultText: 'none',
    remedy: 'Leave it out, or give a port from 1 to 65535, such as METRICS_PORT=9464.',
  },
  METRICS_EMF: {
    schema: onOff.default(false),
    meaning: 'Whether the main figures go to the log once a minute for CloudWatch to read: `on` or `off`.',
    defaultText: 'off',
    remedy: 'Give METRICS_EMF=on or METRICS_EMF=off.',
  },
  COPILOT_ENVIRONMENT_NAME: {
    schema: z.string().min(1).max(100).default('local'),
    meaning: 'The environment that those figures are of; AWS Copilot sets it.',
    defaultText: 'local',
    remedy: 'Leave it out, or give a name such as COPILOT_ENVIRONMENT_NAME=prod.',
  },
  LOG_LEVEL: {
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    meaning: 'The least grave level that is logged, by pino: fatal, error, warn, info, debug, trace or silent.',
    defaultText: 'info',
    remedy: 'Give one of fatal, error, warn, info, debug, trace, silent, such as LOG_LEVEL=info.',
  },
} as const satisfies Record<string, Variable>;

type Environment = typeof environment;
export type VariableName = keyof Environment;
export type EnvironmentValues = { readonly [Name in VariableName]: z.output<Environment[Name]['schema']> };
