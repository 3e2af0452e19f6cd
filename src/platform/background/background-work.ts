import { Injectable, type BeforeApplicationShutdown, Logger } from '@nestjs/common';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Gauges } from '../telemetry/gauges.js';
import { BoundedQueue, QueueFullError } from '../resilience/bounded-queue.js';

/** Of ten connections to PostgreSQL, say. */
const concurrency = 3;
const maxWaiting = 100;
const maxWaitMs = 30_000;
const closingGraceMs = 5000;

/**
 * Work behind an answer, whose time tells nothing of it then. It is bounded: what does not fit is dropped. The app's
 * shutdown waits for what is under way, for five seconds.
 */
@Injectable()
export class BackgroundWork implements BeforeApplicationShutdown {
  private readonly logger = new Logger(BackgroundWork.name);
  private readonly queue = new BoundedQueue({ concurrency, maxWaiting, maxWaitMs });
  private readonly underWay = new Set<Promise<void>>();

  constructor(gauges: Gauges) {
    gauges.add('backgroundWaiting', () => this.queue.length);
  }

  /** Never rejects: what fails is logged by its name. */
  start(name: string, work: () => Promise<void>): void {
    const running = this.runQuietly(name, work);
    this.underWay.add(running);
    void running.finally(() => this.underWay.delete(running));
  }

  /** Resolves when all that was started has ended. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay);
  }

  /** Before the database and the mail server are let go of. */
  async beforeApplicationShutdown(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise((resolve) => (timer = setTimeout(resolve, closingGraceMs)));
    await Promise.race([this.settled(), grace]);
    clearTimeout(timer);
  }

  private async runQuietly(name: string, work: () => Promise<void>): Promise<void> {
    try {
      // Whoever asked gets the answer first.
      await nextTurn();
      await this.queue.run(work);
    } catch (error) {
      // Its message may hold an address.
      const reason = error instanceof QueueFullError ? 'too much is waiting' : nameOf(error);
      this.logger.warn({ work: name, reason }, 'Work behind an answer was not done');
    }
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
