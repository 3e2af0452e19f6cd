import type { AppConfig } from '../../config/app-config.js';
import type { LocalDefault } from './fill-in.js';

interface Start {
  readonly url: string;
  readonly config: AppConfig;
  readonly filledIn: readonly LocalDefault[];
  /** Where they are kept, or why there are none. */
  readonly accounts: string;
  /** Undefined: films come from TMDb. */
  readonly demoUrl: string | undefined;
}

const told: Readonly<Record<LocalDefault, string>> = {
  HOST: 'HOST this machine',
  DRAIN_SECONDS: 'DRAIN_SECONDS 0',
  INTROSPECTION: 'INTROSPECTION on',
  EXPLORER: 'EXPLORER on',
  CORS_ORIGINS: 'CORS_ORIGINS localhost and Apollo Studio',
};

/** The few lines that say where the API is, what was filled in, and how to change that. */
export function describeStart({ url, config, filledIn, accounts, demoUrl }: Start): string {
  const films =
    demoUrl === undefined
      ? `from ${config.tmdb.baseUrl}`
      : `the demo catalogue at ${demoUrl} (set TMDB_READ_TOKEN for those of TMDb)`;
  const cache =
    config.cache.redisUrl === undefined ? 'in memory only (set REDIS_URL for Redis)' : 'in memory and Redis';
  const mail = config.mail.smtpUrl === undefined ? 'printed here (set SMTP_URL to send it)' : 'sent by SMTP_URL';
  return [
    '',
    `  WatchMe answers at ${url}${config.graphql.explorer ? ' — open it in a browser to explore' : ''}`,
    '',
    `  films    ${films}`,
    `  cache    ${cache}`,
    `  accounts ${accounts}`,
    `  mail     ${mail}`,
    ...(filledIn.length > 0 ? [`  filled   ${filledIn.map((name) => told[name]).join(', ')}`] : []),
    '  change   by environment variables: docs/configuration.md; Ctrl-C ends it',
    '',
  ].join('\n');
}
