import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { currentRequest } from '../request/current-request.js';
import { TimeLimitError, withinLimit } from '../resilience/time-limit.js';
import { faultOf, mayPass } from './database-fault.js';
import { ServiceUnavailableError } from './database.errors.js';
import type { PoolClients } from './pool-clients.js';

export interface DatabaseOptions {
  /** The longest that anyone waits for a piece of work, repeats included. */
  readonly limitMs?: number;
  /** How often a lost database is looked for. */
  readonly probeEveryMs?: number;
}

/**
 * The only door to PostgreSQL. Each piece of work has an EntityManager of its own. While the database is lost, work is
 * refused at once, until a probe behind the readers' backs has found it again. Whatever was read or written through
 * here makes the answer private.
 *
 * All methods reject with `ServiceUnavailableError` when PostgreSQL is down, hung or overloaded.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly logger = new Logger(Database.name);
  private readonly limitMs: number;
  private readonly probeEveryMs: number;
  /** Set while the database is lost. */
  private probing: NodeJS.Timeout | undefined;
  private isProbeUnderWay = false;
  private isClosed = false;

  constructor(
    private readonly orm: MikroORM,
    private readonly clients: PoolClients,
    { limitMs = 1900, probeEveryMs = 500 }: DatabaseOptions = {},
  ) {
    this.limitMs = limitMs;
    this.probeEveryMs = probeEveryMs;
  }

  /** Reads. Done once more where the connection broke under it, as idle ones do when PostgreSQL was restarted. */
  read<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.run(() => work(this.orm.em.fork()), true);
  }

  /** One transaction: all of it or nothing. Never repeated, since it may have been done before the connection broke. */
  write<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.run(() => this.orm.em.fork().transactional(work), false);
  }

  /** As `write`, for work that may be done twice with the same outcome. */
  writeRepeatable<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.run(() => this.orm.em.fork().transactional(work), true);
  }

  /** Whether it is lost, as far as anyone has noticed. */
  get isLost(): boolean {
    return this.probing !== undefined;
  }

  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    clearInterval(this.probing);
    await withinLimit(this.orm.close(), this.limitMs).catch(() => this.clients.end());
  }

  private async run<T>(work: () => Promise<T>, isRepeatable: boolean): Promise<T> {
    const request = currentRequest();
    if (request !== undefined) request.trace.isPrivate = true;
    if (this.isLost) throw new ServiceUnavailableError();
    const startedAt = performance.now();
    try {
      return await withinLimit(this.attempt(work, isRepeatable, startedAt), this.limitMs);
    } catch (error) {
      throw this.judged(error);
    }
  }

  private async attempt<T>(work: () => Promise<T>, isRepeatable: boolean, startedAt: number): Promise<T> {
    try {
      return await work();
    } catch (error) {
      // What took half the time once would not be done in time twice.
      const isLate = performance.now() - startedAt > this.limitMs / 2;
      if (!isRepeatable || isLate || !mayPass(error)) throw error;
      return await work();
    }
  }

  /** The error as callers get it; a lost database is noted on the way. */
  private judged(error: unknown): unknown {
    // Much to do takes long too, and is no reason to end the work of others: a database that hangs is told by the driver.
    const fault = error instanceof TimeLimitError ? 'GIVEN_UP' : faultOf(error);
    if (fault === 'OTHER') return error;
    if (fault === 'DISCONNECTED' || fault === 'REFUSED') this.markLost(error);
    return new ServiceUnavailableError({ cause: error });
  }

  private markLost(error: unknown): void {
    if (this.isLost || this.isClosed) return;
    this.logger.warn({ reason: reasonOf(error) }, 'PostgreSQL is lost; accounts are out of service, films are not');
    // Connections that hang would answer nobody, even once the server is back.
    this.clients.end();
    this.probing = setInterval(() => void this.probe(), this.probeEveryMs).unref();
  }

  private async probe(): Promise<void> {
    if (this.isProbeUnderWay) return;
    this.isProbeUnderWay = true;
    try {
      await withinLimit(this.orm.em.fork().execute('select 1'), this.limitMs);
      clearInterval(this.probing);
      this.probing = undefined;
      this.logger.log('PostgreSQL is back');
    } catch {
      this.clients.end();
    } finally {
      this.isProbeUnderWay = false;
    }
  }
}

/** Without the statement, which may hold what people wrote. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = (error as NodeJS.ErrnoException).code;
  return [error.name, code].filter((part) => part !== undefined).join(' ');
}
