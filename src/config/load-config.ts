import { z } from 'zod';
import type { AppConfig } from './app-config.js';
import { environment, type EnvironmentValues, type Variable, type VariableName } from './environment.js';

export type Environment = Readonly<Record<string, string | undefined>>;

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
export function loadConfig(env: Environment, catalogue: AppConfig['catalogue'] = 'LIVE'): AppConfig {
  const values: Partial<Record<VariableName, unknown>> = {};
  const problems: string[] = [];
  for (const [name, variable] of Object.entries(environment) as [VariableName, Variable][]) {
    // An empty variable means an absent one: compose files and shells can hardly unset.
    const given = env[name] === '' ? undefined : env[name];
    const result = variable.schema.safeParse(given);
    if (result.success) values[name] = result.data;
    else problems.push(`${name} ${problemOf(given, result.error)}. ${variable.remedy}`);
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return { ...configOf(values as EnvironmentValues), catalogue };
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
    http: { host: values.HOST, port: values.PORT, corsOrigins: values.CORS_ORIGINS },
    graphql: { introspection: values.INTROSPECTION, explorer: values.EXPLORER },
    tmdb: {
      readToken: values.TMDB_READ_TOKEN,
      baseUrl: values.TMDB_BASE_URL,
      imageBaseUrl: values.TMDB_IMAGE_BASE_URL,
      connectTimeoutMs: values.TMDB_CONNECT_TIMEOUT_MS,
      attemptTimeoutMs: values.TMDB_ATTEMPT_TIMEOUT_MS,
      deadlineMs: values.TMDB_DEADLINE_MS,
    },
    cache: {
      redisUrl: values.REDIS_URL,
      ttlSeconds: values.CACHE_TTL_SECONDS,
      memoryMegabytes: values.CACHE_MEMORY_MB,
    },
    log: { level: values.LOG_LEVEL },
  };
}
