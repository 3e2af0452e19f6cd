import { z } from 'zod';
import type { AppConfig } from './app-config.js';
import { environment, type EnvironmentValues, type VariableName } from './environment.js';
import type { Variable } from './variable.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What `npm start` alone may set. */
export interface LocalSettings {
  readonly catalogue?: AppConfig['catalogue'];
  /** Whether mails are written to stdout where no server is given. */
  readonly printsMail?: boolean;
}

/** All that is wrong with an environment, one line each with its remedy. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly string[]) {
    super(`The configuration can't be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/**
 * Reads the configuration from an environment such as `process.env`; looks at nothing else.
 *
 * @throws ConfigError naming every variable at fault, what was wrong and the remedy. It never repeats a value, since
 * a value may be a secret.
 */
export function loadConfig(env: Environment, local: LocalSettings = {}): AppConfig {
  const config = configOf(readVariables(env, Object.keys(environment) as VariableName[]));
  const printsMail = local.printsMail === true && config.mail.smtpUrl === undefined;
  return {
    ...config,
    catalogue: local.catalogue ?? 'LIVE',
    mail: printsMail ? { ...config.mail, delivery: 'PRINT' } : config.mail,
  };
}

/** The part of it that scripts for operators need, who have no reason to hold the other secrets. */
export function loadDatabaseConfig(env: Environment): AppConfig['database'] {
  return databaseOf(readVariables(env, databaseVariables));
}

/** As `loadDatabaseConfig`; undefined where there is no Redis. */
export function loadRedisUrl(env: Environment): string | undefined {
  return readVariables(env, ['REDIS_URL']).REDIS_URL;
}

const databaseVariables = [
  'DATABASE_URL',
  'DATABASE_POOL_MAX',
  'DATABASE_CONNECT_TIMEOUT_MS',
  'DATABASE_STATEMENT_TIMEOUT_MS',
  'DATABASE_IDLE_TRANSACTION_TIMEOUT_MS',
] as const satisfies readonly VariableName[];

function readVariables<Name extends VariableName>(
  env: Environment,
  names: readonly Name[],
): Pick<EnvironmentValues, Name> {
  const values: Partial<Record<VariableName, unknown>> = {};
  const problems: string[] = [];
  for (const name of names) {
    const variable: Variable = environment[name];
    // An empty variable means an absent one: compose files and shells can hardly unset.
    const given = env[name] === '' ? undefined : env[name];
    const result = variable.schema.safeParse(given);
    if (result.success) values[name] = result.data;
    else problems.push(`${name} ${problemOf(given, result.error)}. ${variable.remedy}`);
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return values as Pick<EnvironmentValues, Name>;
}

function problemOf(given: string | undefined, error: z.ZodError): string {
  if (given === undefined) return 'is missing';
  const issue = error.issues[0];
  return issue?.code === 'custom' || (issue?.code === 'invalid_format' && issue.format === 'regex')
    ? issue.message
    : `is not accepted (${issue?.message ?? 'invalid'})`;
}

function configOf(values: EnvironmentValues): Omit<AppConfig, 'catalogue'> {
  return {
    http: {
      host: values.HOST,
      port: values.PORT,
      drainSeconds: values.DRAIN_SECONDS,
      corsOrigins: values.CORS_ORIGINS,
      trustedProxies: values.TRUSTED_PROXIES,
      allowsPlainHttp: values.ALLOW_PLAIN_HTTP,
    },
    front: { mode: values.FRONT, memoryMegabytes: values.FRONT_MEMORY_MB },
    graphql: { introspection: values.INTROSPECTION, explorer: values.EXPLORER },
    documents: { trustedFile: values.TRUSTED_DOCUMENTS, mode: values.TRUSTED_DOCUMENTS_MODE },
    limits: { callsPerMinute: values.RATE_LIMIT_CALLS_PER_MINUTE },
    tmdb: {
      readToken: values.TMDB_READ_TOKEN,
      baseUrl: values.TMDB_BASE_URL,
      imageBaseUrl: values.TMDB_IMAGE_BASE_URL,
      connectTimeoutMs: values.TMDB_CONNECT_TIMEOUT_MS,
      attemptTimeoutMs: values.TMDB_ATTEMPT_TIMEOUT_MS,
      deadlineMs: values.TMDB_DEADLINE_MS,
    },
    upstream: { ratePerSecond: values.UPSTREAM_RATE_PER_SECOND, maxTasks: values.MAX_TASKS },
    cache: {
      redisUrl: values.REDIS_URL,
      ttlSeconds: values.CACHE_TTL_SECONDS,
      staleDays: values.CACHE_STALE_DAYS,
      memoryMegabytes: values.CACHE_MEMORY_MB,
    },
    freshness: { changeFeedSeconds: values.CHANGE_FEED_SECONDS, warmLocales: values.CACHE_WARM_LOCALES },
    database: databaseOf(values),
    auth: {
      jwtSecret: values.JWT_SECRET,
      previousJwtSecret: values.JWT_SECRET_PREVIOUS,
      cookieSameSite: values.COOKIE_SAMESITE,
      registrationsPerHour: values.REGISTRATIONS_PER_HOUR,
      passwordMinLength: values.PASSWORD_MIN_LENGTH,
    },
    hashing: {
      memoryKib: values.ARGON2_MEMORY_KIB,
      timeCost: values.ARGON2_TIME_COST,
      parallelism: values.ARGON2_PARALLELISM,
      queueMax: values.HASHING_QUEUE_MAX,
      queueWaitMs: values.HASHING_QUEUE_WAIT_MS,
    },
    mail: {
      delivery: values.SMTP_URL === undefined ? 'NONE' : 'SMTP',
      smtpUrl: values.SMTP_URL,
      from: values.MAIL_FROM,
      appUrl: values.PUBLIC_APP_URL,
    },
    telemetry: {
      metricsPort: values.METRICS_PORT,
      emf: values.METRICS_EMF,
      environment: values.COPILOT_ENVIRONMENT_NAME,
    },
    log: { level: values.LOG_LEVEL },
  };
}

function databaseOf(values: Pick<EnvironmentValues, (typeof databaseVariables)[number]>): AppConfig['database'] {
  return {
    url: values.DATABASE_URL,
    poolMax: values.DATABASE_POOL_MAX,
    connectTimeoutMs: values.DATABASE_CONNECT_TIMEOUT_MS,
    statementTimeoutMs: values.DATABASE_STATEMENT_TIMEOUT_MS,
    idleTransactionTimeoutMs: values.DATABASE_IDLE_TRANSACTION_TIMEOUT_MS,
  };
}
