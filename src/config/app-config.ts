export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/**
 * Everything the app can be told, already checked. Made by `loadConfig` from the environment; a class so that it is
 * its own injection token.
 */
export abstract class AppConfig {
  abstract readonly http: {
    readonly host: string;
    readonly port: number;
    /** How long it goes on serving once it was told to end. */
    readonly drainSeconds: number;
    /** Origins that browsers may call from, such as `https://app.example`. */
    readonly corsOrigins: readonly string[];
    /** How many proxies in front add to X-Forwarded-For. */
    readonly trustedProxies: number;
    /** Whether secrets are taken from clients that a trusted proxy says came by plain HTTP. */
    readonly allowsPlainHttp: boolean;
  };

  abstract readonly front: {
    /** How much is answered before Apollo. */
    readonly mode: 'off' | 'cache' | 'full';
    /** The bound of whole answers. */
    readonly memoryMegabytes: number;
  };

  abstract readonly graphql: {
    readonly introspection: boolean;
    readonly explorer: boolean;
  };

  abstract readonly documents: {
    /** The file of trusted documents; absent: there are none. */
    readonly trustedFile: string | undefined;
    /** require: nothing else runs. */
    readonly mode: 'allow' | 'require';
  };

  abstract readonly limits: {
    /** Calls to TMDb that a client, or an account, may cause; absent: any number. */
    readonly callsPerMinute: number | undefined;
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

  abstract readonly upstream: {
    /** Calls to TMDb of all processes together. */
    readonly ratePerSecond: number;
    /** How many processes may run at once. */
    readonly maxTasks: number;
  };

  abstract readonly cache: {
    /** Absent: the cache lives in the process only. */
    readonly redisUrl: string | undefined;
    /** Soft lifetime of film data. */
    readonly ttlSeconds: number;
    /** How long film data may be served while it can't be refreshed. */
    readonly staleDays: number;
    /** The bound of the in-process layer. */
    readonly memoryMegabytes: number;
  };

  abstract readonly freshness: {
    /** How often TMDb is asked for changes; absent: never. */
    readonly changeFeedSeconds: number | undefined;
    /** What is read before anyone asks, such as `pt-BR`. */
    readonly warmLocales: readonly string[];
  };

  abstract readonly database: {
    readonly url: string;
    readonly poolMax: number;
    /** The limit of connecting, and of waiting for a free connection. */
    readonly connectTimeoutMs: number;
    readonly statementTimeoutMs: number;
    readonly idleTransactionTimeoutMs: number;
  };

  abstract readonly auth: {
    /** Signs access tokens; 32 bytes at least. */
    readonly jwtSecret: string;
    /** Whose tokens are still accepted. */
    readonly previousJwtSecret: string | undefined;
    readonly cookieSameSite: 'strict' | 'none';
    /** Of one client. */
    readonly registrationsPerHour: number;
    readonly passwordMinLength: number;
  };

  abstract readonly hashing: {
    readonly memoryKib: number;
    readonly timeCost: number;
    readonly parallelism: number;
    /** How many may wait. */
    readonly queueMax: number;
    readonly queueWaitMs: number;
  };

  abstract readonly mail: {
    /** SMTP: sent; PRINT: written to stdout (`npm start`); NONE: there is no mail. */
    readonly delivery: 'SMTP' | 'PRINT' | 'NONE';
    readonly smtpUrl: string | undefined;
    readonly from: string;
    /** Where links in mails lead; no slash at the end. */
    readonly appUrl: string;
  };

  abstract readonly telemetry: {
    /** Where `/metrics` is told; absent: nowhere. */
    readonly metricsPort: number | undefined;
    /** Whether the main figures go to the log, for CloudWatch. */
    readonly emf: boolean;
    /** What those are of, such as `prod`. */
    readonly environment: string;
  };

  abstract readonly log: { readonly level: LogLevel };

  /** Whether films come from TMDb itself or from the bundled demo catalogue. */
  abstract readonly catalogue: 'LIVE' | 'DEMO';
}
