import type { Errand, Priority } from '../../platform/request/errand.js';
import { UpstreamAbandonedError } from '../tmdb.errors.js';

/** What a call waits for its turn with. */
export interface TurnRequest extends Pick<Errand, 'priority' | 'client' | 'signal'> {
  /** In milliseconds since 1970; may move while it waits. */
  deadlineAt(): number;
}

export interface WaitingOptions {
  readonly now: () => number;
  /** What it is refused with when its time is up. */
  readonly busy: () => Error;
  readonly onLeave: (turn: WaitingTurn) => void;
}

/** One that waits for its turn, until it goes or is refused: by others, by its deadline or by its signal. */
export class WaitingTurn {
  /** In which line it waits. */
  priority: Priority;
  readonly #settled = Promise.withResolvers<() => void>();
  readonly #abandon = (): void => this.refuse(new UpstreamAbandonedError());
  #timer: NodeJS.Timeout | undefined;

  constructor(
    readonly request: TurnRequest,
    private readonly options: WaitingOptions,
  ) {
    this.priority = request.priority;
  }

  /** Whose turn it takes; what nobody waits for is one client of its priority. */
  get client(): string {
    return this.priority === 'reader' ? `reader ${this.request.client}` : this.priority;
  }

  /** Begins to look at deadline and signal, once it is in its line. */
  watch(): void {
    this.request.signal.addEventListener('abort', this.#abandon);
    this.#watchDeadline();
  }

  /** Its turn, with what ends it. */
  get turn(): Promise<() => void> {
    return this.#settled.promise;
  }

  go(end: () => void): void {
    this.#leave();
    this.#settled.resolve(end);
  }

  refuse(error: Error): void {
    this.#leave();
    this.#settled.reject(error);
  }

  #watchDeadline(): void {
    const leftMs = this.request.deadlineAt() - this.options.now();
    if (leftMs <= 0) this.refuse(this.options.busy());
    else this.#timer = setTimeout(() => this.#watchDeadline(), leftMs);
  }

  #leave(): void {
    clearTimeout(this.#timer);
    this.request.signal.removeEventListener('abort', this.#abandon);
    this.options.onLeave(this);
  }
}
