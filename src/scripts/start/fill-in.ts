import { ConfigError, type Environment, loadConfig } from '../../config/load-config.js';
import { port } from '../../config/value-schemas.js';
import type { DemoPort } from './start-demo.js';

/** What `npm start` sets where the environment says nothing: an API to explore on this machine alone. */
const localDefaults = {
  HOST: '127.0.0.1',
  DRAIN_SECONDS: '0',
  INTROSPECTION: 'on',
  EXPLORER: 'on',
  CORS_ORIGINS: 'http://localhost:*,http://127.0.0.1:*,https://studio.apollographql.com',
};

/** What stands for the values that come of what is started, while those that were given are checked. */
const laterOnes = {
  TMDB_READ_TOKEN: 'demo',
  DATABASE_URL: 'postgres://localhost/none',
  JWT_SECRET: 'none'.repeat(8),
};

export type LocalDefault = keyof typeof localDefaults;

export interface FilledIn {
  readonly env: Environment;
  /** Which variables were filled in. */
  readonly filledIn: readonly LocalDefault[];
  /** Null: there is a token, so films come from TMDb. */
  readonly demoPort: DemoPort | null;
}

/**
 * The environment with all it lacks, and where the demo catalogue shall listen if there is no token for TMDb.
 *
 * @throws ConfigError naming all that is wrong, before anything was started.
 */
export function fillIn(given: Environment): FilledIn {
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
  const env: Environment = { ...localDefaults, ...set };
  const filledIn = (Object.keys(localDefaults) as LocalDefault[]).filter((name) => set[name] === undefined);
  const hasToken = env['TMDB_READ_TOKEN'] !== undefined;
  const problems = [...problemsOf({ ...laterOnes, ...env })];
  if (!hasToken) problems.push(...problemsOfDemo(env));
  if (problems.length > 0) throw new ConfigError(problems);
  return { env, filledIn, demoPort: hasToken ? null : demoPortOf(env) };
}

function problemsOf(env: Environment): readonly string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

function problemsOfDemo(env: Environment): string[] {
  const problems = (['TMDB_BASE_URL', 'TMDB_IMAGE_BASE_URL'] as const)
    .filter((name) => env[name] !== undefined)
    .map((name) => `${name} is set and TMDB_READ_TOKEN is not. Set TMDB_READ_TOKEN, or unset ${name} for the demo.`);
  if (!port.optional().safeParse(env['DEMO_PORT']).success) {
    problems.push('DEMO_PORT is not a port. Give a port from 0 to 65535, such as DEMO_PORT=4001.');
  }
  return problems;
}

function demoPortOf(env: Environment): DemoPort {
  const apiPort = port.default(4000).parse(env['PORT']);
  const after = apiPort === 0 ? 0 : apiPort + 1;
  return { first: port.default(after).parse(env['DEMO_PORT']), apiPort };
}
