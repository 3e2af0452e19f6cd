import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.service.js';

const everyMs = 3_600_000;
const batch = 1000;
/** Any number that nobody else locks by. */
const advisoryLock = 7_263_518_205;

/** Deletes sessions and one-time tokens that are over: every hour, in batches, by one process of all. */
@Injectable()
export class SessionPurge implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(SessionPurge.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.runQuietly(), everyMs).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** How many rows were deleted. */
  async run(): Promise<number> {
    let deleted = 0;
    for (const table of ['sessions', 'one_time_tokens']) {
      let last: number;
      do {
        last = await this.deleteBatch(table);
        deleted += last;
      } while (last === batch);
    }
    return deleted;
  }

  private deleteBatch(table: string): Promise<number> {
    return this.database.writeRepeatable(async (em) => {
      const { rows } = await sql`
        delete from ${sql.table(table)} where id in (
          select id from ${sql.table(table)}
          where expires_at < ${this.clock.now()} and pg_try_advisory_xact_lock(${advisoryLock})
          limit ${batch}
        ) returning 1
      `.execute(em.getKysely());
      return rows.length;
    });
  }

  private async runQuietly(): Promise<void> {
    try {
      await this.run();
    } catch (error) {
      this.logger.warn(
        { reason: error instanceof Error ? error.name : 'unknown' },
        'What is over could not be deleted',
      );
    }
  }
}
