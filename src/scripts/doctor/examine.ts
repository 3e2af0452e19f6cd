import type { AppConfig } from '../../config/app-config.js';
import { withinLimit } from '../../platform/resilience/time-limit.js';
import { type Finding, Report } from './finding.js';
import { lookAtConfiguration } from './look-at-configuration.js';
import { lookAtMachine } from './look-at-machine.js';
import { lookAtPostgres } from './look-at-postgres.js';
import { lookAtRedis } from './look-at-redis.js';
import { lookAtTmdb } from './look-at-tmdb.js';
import { lookAtTmdbBodies } from './look-at-tmdb-bodies.js';

const patienceMs = 8000;
/** Some thirty calls, one after another. */
const bodiesPatienceMs = 120_000;

interface Look {
  readonly part: string;
  /** Which variables it stands on: it is left out while one of them is wrong. */
  readonly needs: readonly string[];
  readonly patienceMs: number;
  readonly look: (config: AppConfig, report: Report) => Promise<void> | void;
}

const looks: readonly Look[] = [
  { part: 'tmdb', needs: ['TMDB_READ_TOKEN', 'TMDB_BASE_URL'], patienceMs, look: lookAtTmdb },
  { part: 'redis', needs: ['REDIS_URL'], patienceMs, look: lookAtRedis },
  { part: 'postgresql', needs: ['DATABASE_URL'], patienceMs, look: lookAtPostgres },
  { part: 'machine', needs: [], patienceMs, look: lookAtMachine },
];

const bodies: Look = {
  part: 'tmdb bodies',
  needs: ['TMDB_READ_TOKEN', 'TMDB_BASE_URL'],
  patienceMs: bodiesPatienceMs,
  look: lookAtTmdbBodies,
};

/** Looks at all parts at once, each by itself; one that fails or hangs hides no other. */
export async function examine(
  env: Readonly<Record<string, string | undefined>>,
  { readsBodies }: { readonly readsBodies: boolean },
): Promise<Finding[]> {
  const { config, wrong, findings } = lookAtConfiguration(env);
  const all = readsBodies ? [...looks, bodies] : looks;
  const possible = all.filter(({ needs }) => !needs.some((name) => wrong.includes(name)));
  const found = await Promise.all(possible.map((look) => findingsOf(look, config)));
  return [...findings, ...found.flat()];
}

async function findingsOf({ part, look, patienceMs: limitMs }: Look, config: AppConfig): Promise<Finding[]> {
  const report = new Report(part);
  try {
    await withinLimit(Promise.resolve(look(config, report)), limitMs);
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown';
    report.fail(
      `could not be looked at within ${limitMs / 1000} s (${reason})`,
      'See whether it can be reached at all.',
    );
  }
  return report.findings;
}
