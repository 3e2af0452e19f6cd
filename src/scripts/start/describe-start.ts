import type { StandIn } from '#demo/stand-in.js';
import type { AppConfig } from '../../config/app-config.js';

/** The few lines that say where the API is, what was filled in, and how to change that. */
export function describeStart(url: string, config: AppConfig, demo: StandIn | null): string {
  const films =
    demo === null
      ? `from ${config.tmdb.baseUrl}`
      : `the demo catalogue at ${demo.apiUrl} (set TMDB_READ_TOKEN for those of TMDb)`;
  const cache =
    config.cache.redisUrl === undefined ? 'in memory only (set REDIS_URL for Redis)' : 'in memory and Redis';
  return [
    '',
    `  WatchMe answers at ${url}${config.graphql.explorer ? ' — open it in a browser to explore' : ''}`,
    '',
    `  films    ${films}`,
    `  cache    ${cache}`,
    '  more     docs/configuration.md; Ctrl-C ends it',
    '',
  ].join('\n');
}
