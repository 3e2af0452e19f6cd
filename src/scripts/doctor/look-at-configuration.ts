import type { AppConfig } from '../../config/app-config.js';
import { ConfigError, type Environment, loadConfig } from '../../config/load-config.js';
import { type Finding, Report } from './finding.js';

/** Stand for what is wrong, so that the rest can be looked at. */
const placeholders = {
  TMDB_READ_TOKEN: 'none',
  DATABASE_URL: 'postgres://localhost/none',
  JWT_SECRET: 'none'.repeat(8),
};

export interface LookedAt {
  readonly config: AppConfig;
  /** The variables at fault. */
  readonly wrong: readonly string[];
  readonly findings: readonly Finding[];
}

/** Every variable that is wrong or missing is a finding; never with its value. */
export function lookAtConfiguration(env: Environment): LookedAt {
  const report = new Report('configuration');
  try {
    const config = loadConfig(env);
    report.ok('every variable can be used');
    return { config, wrong: [], findings: report.findings };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const problem of error.problems) {
      const end = problem.indexOf('. ');
      report.fail(problem.slice(0, end), problem.slice(end + 2));
    }
    const wrong = error.problems.map((problem) => problem.split(' ', 1)[0] ?? '');
    const rest = Object.fromEntries(Object.entries(env).filter(([name]) => !wrong.includes(name)));
    return { config: loadConfig({ ...placeholders, ...rest }), wrong, findings: report.findings };
  }
}
