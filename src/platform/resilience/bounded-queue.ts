/** A place was not to be had: too many were waiting, or it took too long. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
}

export interface BoundedQueueOptions {
  /** How many pieces of work run at a time. */
  readonly concurrency: number;
  /** How many may wait for their turn. */
  readonly maxWaiting: number;
  readonly maxWaitMs: number;
  /** Runs the alarm after a while, unless what it returns is called first. */
  readonly startTimer?: (alarm: () => void, ms: number) => () => void;
}

interface Waiting {
  readonly start: () => void;
}

/** Runs work in the order it came, some at a time. What can not start in time is refused and never runs. */
export class BoundedQueue {
  private readonly waiting = new Set<Waiting>();
  private readonly startTimer: NonNullable<BoundedQueueOptions['startTimer']>;
  private running = 0;

  constructor(private readonly options: BoundedQueueOptions) {
    this.startTimer = options.startTimer ?? startTimeout;
  }

  /** How many wait. */
  get length(): number {
    return this.waiting.size;
  }

  /** @throws QueueFullError when there is no place, or no turn in time. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.options.concurrency) this.running += 1;
    else await this.turn();
    try {
      return await work();
    } finally {
      this.handOver();
    }
  }

  /** Resolves when the place of one that ended is handed over. */
  private turn(): Promise<void> {
    if (this.waiting.size >= this.options.maxWaiting) return Promise.reject(new QueueFullError('Too many wait'));
    return new Promise((resolve, reject) => {
      const cancel = this.startTimer(() => {
        this.waiting.delete(entry);
        reject(new QueueFullError('No turn in time'));
      }, this.options.maxWaitMs);
      const entry: Waiting = {
        start: () => {
          cancel();
          resolve();
        },
      };
      this.waiting.add(entry);
    });
  }

  /** The place goes to the next without being given up, so that nobody slips in between. */
  private handOver(): void {
    const [next] = this.waiting;
    if (next === undefined) {
      this.running -= 1;
      return;
    }
    this.waiting.delete(next);
    next.start();
  }
}

function startTimeout(alarm: () => void, ms: number): () => void {
  const timeout = setTimeout(alarm, ms);
  return () => clearTimeout(timeout);
}
