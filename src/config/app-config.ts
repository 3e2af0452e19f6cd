export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/**
 * Everything the app can be told, already checked. Made by `loadConfig` from the environment; a class so that it is
 * its own injection token.
 */
export abstract class AppConfig {
  abstract readonly http: {
    readonly host: string;
    readonly port: number;
    /** Origins that browsers may call from, such as `https://app.example`. */
    readonly corsOrigins: readonly string[];
  };

  abstract readonly graphql: {
    readonly introspection: boolean;
    readonly explorer: boolean;
  };

  abstract readonly tmdb: {
    readonly readToken: string;
    /** With the `/3` and no slash at the end. */
    readonly baseUrl: string;
    /** The prefix of picture addresses, no slash at the end. */
    readonly imageBaseUrl: string;
    readonly connectTimeoutMs: number;
    /** The limit of one attempt. */
    readonly attemptTimeoutMs: number;
    /** The limit of a call with all its retries. */
    readonly deadlineMs: number;
  };

  abstract readonly cache: {
    /** Absent: the cache lives in the process only. */
    readonly redisUrl: string | undefined;
    /** Soft lifetime of film data. */
    readonly ttlSeconds: number;
    /** The bound of the in-process layer. */
    readonly memoryMegabytes: number;
  };

  abstract readonly log: { readonly level: LogLevel };

  /** Whether films come from TMDb itself or from the bundled demo catalogue. */
  abstract readonly catalogue: 'LIVE' | 'DEMO';
}
