import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { onErrand } from '../request/errand.js';
import { Cluster } from './cluster.service.js';
import { TaskTiming } from './task-timing.js';

export interface ClusterTask {
  /** Names its lock, such as `change-feed`. */
  readonly name: string;
  readonly everyMs: number;
  /** `signal`: the process ends. */
  readonly work: (signal: AbortSignal) => Promise<void>;
}

/**
 * Holders keep the lock from run to run, so one process goes on with a task. Where it dies, another begins before
 * three intervals have passed since its last run.
 */
const lockIntervals = 1.5;

/** How long a run may take at least; its process keeps the lock meanwhile. */
const leastPatienceMs = 60_000;

/**
 * Runs work again and again, in one process of all: what may be warm before anyone asks. It goes last at TMDb, begins
 * when the process has been up for a minute, and ends with it. What fails is tried again at the next turn.
 */
@Injectable()
export class ClusterTasks implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ClusterTasks.name);
  private readonly tasks: ClusterTask[] = [];
  private readonly running = new Set<ClusterTask>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly ending = new AbortController();

  constructor(
    private readonly cluster: Cluster,
    private readonly clock: Clock,
    private readonly timing: TaskTiming,
  ) {}

  /** To be called before the app has started. */
  add(task: ClusterTask): void {
    this.tasks.push(task);
  }

  onApplicationBootstrap(): void {
    if (this.tasks.length === 0) return;
    const quiet = setTimeout(() => {
      this.timers.delete(quiet);
      for (const task of this.tasks) this.repeat(task);
    }, this.timing.quietMs).unref();
    this.timers.add(quiet);
  }

  beforeApplicationShutdown(): void {
    this.ending.abort();
    for (const timer of this.timers) clearTimeout(timer);
  }

  private repeat(task: ClusterTask): void {
    this.timers.add(setInterval(() => void this.takeTurn(task), task.everyMs).unref());
    void this.takeTurn(task);
  }

  private async takeTurn(task: ClusterTask): Promise<void> {
    const isOurs = await this.cluster.tryLock(task.name, Math.ceil(task.everyMs * lockIntervals));
    if (!isOurs || this.running.has(task) || this.ending.signal.aborted) return;
    this.running.add(task);
    const deadline = this.clock.now().getTime() + Math.max(task.everyMs, leastPatienceMs);
    const { signal } = this.ending;
    try {
      await onErrand({ priority: 'warm', client: '', deadlineAt: () => deadline, signal }, () => task.work(signal));
    } catch (error) {
      this.logger.debug({ task: task.name, reason: nameOf(error) }, 'A background task was not done');
    } finally {
      this.running.delete(task);
    }
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
