import type { EntitySchema, Options } from '@mikro-orm/postgresql';
import type { AppConfig } from '../../config/app-config.js';
import { databaseConnection } from './database-tls.js';

/** The part of pg's pool that is used here. */
export interface Pool {
  readonly totalCount: number;
  readonly idleCount: number;
  /** Work that waits for a connection. */
  readonly waitingCount: number;
  on(event: 'connect' | 'remove', listener: (client: PoolClient) => void): unknown;
}

export interface PoolClient {
  /** Ends it properly, or at once if a statement is under way. */
  end(): Promise<void>;
}

/** A little more than PostgreSQL's own limit, which says more clearly what happened. */
const readMarginMs = 100;

/**
 * How MikroORM and pg reach the database. Nothing connects before the first statement.
 *
 * @throws the error of reading the address's `sslrootcert`.
 */
export function ormOptions(
  database: AppConfig['database'],
  onPoolCreated: (pool: Pool) => void = () => undefined,
): Options {
  const { url, poolMax, connectTimeoutMs, statementTimeoutMs, idleTransactionTimeoutMs } = database;
  return {
    dbName: decodeURIComponent(new URL(url).pathname.slice(1)),
    pool: { min: 0, max: poolMax },
    driverOptions: {
      onPoolCreated,
      ...databaseConnection(url),
      application_name: 'watchme',
      keepAlive: true,
      connectionTimeoutMillis: connectTimeoutMs,
      statement_timeout: statementTimeoutMs,
      query_timeout: statementTimeoutMs + readMarginMs,
      idle_in_transaction_session_timeout: idleTransactionTimeoutMs,
    },
    logger: () => undefined,
  };
}

export type Entities = readonly EntitySchema[];
