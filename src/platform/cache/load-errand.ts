import type { Errand, Priority } from '../request/errand.js';

/**
 * The errand of one load. It goes on as long as anybody waits for it: one who joins prolongs it, and when the last has
 * gone it is called off. What nobody waits for, such as a refresh, goes on to its end.
 */
export class LoadErrand implements Errand {
  private readonly controller = new AbortController();
  private waiters = 0;
  private latest = 0;

  constructor(
    readonly client: string,
    private readonly behind: Exclude<Priority, 'reader'> | null,
  ) {}

  get priority(): Priority {
    return this.behind === null || this.waiters > 0 ? 'reader' : this.behind;
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  deadlineAt(): number {
    return this.behind === null ? this.latest : Infinity;
  }

  /** Waits for it until a moment in milliseconds since 1970; call what it returns when that is over, either way. */
  join(deadlineAt: number): () => void {
    let isWaiting = true;
    this.waiters += 1;
    this.latest = Math.max(this.latest, deadlineAt);
    return () => {
      if (!isWaiting) return;
      isWaiting = false;
      this.waiters -= 1;
      if (this.behind === null && this.waiters === 0) this.controller.abort();
    };
  }

  /** Lets it go on to its end, whoever comes and goes. */
  keep(): void {
    this.waiters += 1;
    this.latest = Infinity;
  }
}
