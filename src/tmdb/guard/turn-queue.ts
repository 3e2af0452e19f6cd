import type { Priority } from '../../platform/request/errand.js';
import { UpstreamAbandonedError, UpstreamBusyError } from '../tmdb.errors.js';
import type { BudgetAnswer } from './budget-script.js';
import { ClientLoad } from './client-load.js';
import { mostInFlightWhileOthersWait, WaitingLine } from './waiting-line.js';
import { type TurnRequest, WaitingTurn } from './waiting-turn.js';

const mostInFlight = 64;
const mostRefreshesWaiting = 200;
const mostWarmingWaiting = 50;
const order = ['reader', 'refresh', 'warm'] as const satisfies readonly Priority[];

export interface TurnQueueOptions {
  readonly perSecond: number;
  /** How long a call may take in all; what can't be served in about that time is not let in. */
  readonly patienceMs: number;
  readonly take: (priority: Priority) => Promise<BudgetAnswer>;
  /** TMDb wants no calls: whoever answers for it refuses those who wait. */
  readonly onShut: (forMs: number) => void;
  readonly now: () => number;
}

/**
 * Where calls to TMDb wait for a token and one of 64 places: readers before refreshes before warming up, and within
 * them in turn by client, so that who asks much does not hold up who asks little.
 */
export class TurnQueue {
  readonly #options: TurnQueueOptions;
  readonly #load: ClientLoad;
  readonly #lines: Readonly<Record<Priority, WaitingLine<WaitingTurn>>>;
  #backgroundInFlight = 0;
  #isTaking = false;
  /** The next try for a token, and for work of which priority. */
  #planned: { readonly timer: NodeJS.Timeout; readonly priority: Priority } | null = null;

  constructor(options: TurnQueueOptions) {
    this.#options = options;
    this.#load = new ClientLoad(options.now);
    const mostReaders = Math.ceil((options.perSecond * options.patienceMs * 1.5) / 1000);
    this.#lines = {
      reader: new WaitingLine(mostReaders, this.#load),
      refresh: new WaitingLine(mostRefreshesWaiting, this.#load),
      warm: new WaitingLine(mostWarmingWaiting, this.#load),
    };
  }

  get waiting(): number {
    return order.reduce((sum, priority) => sum + this.#lines[priority].size, 0);
  }

  get inFlight(): number {
    return this.#load.total;
  }

  /**
   * Waits for a turn, and gives what ends it.
   *
   * @throws UpstreamBusyError for what has no place or no turn in its time; UpstreamAbandonedError once its signal is
   * aborted; and what `refuseAll` was given.
   */
  async enter(request: TurnRequest): Promise<() => void> {
    if (request.signal.aborted) throw new UpstreamAbandonedError();
    const { now } = this.#options;
    if (request.deadlineAt() <= now()) throw this.#busy();
    const onLeave = (turn: WaitingTurn): void => this.#lines[turn.priority].remove(turn);
    const waiting = new WaitingTurn(request, { now, busy: () => this.#busy(), onLeave });
    const refused = this.#lines[waiting.priority].add(waiting);
    waiting.watch();
    refused?.refuse(this.#busy());
    this.#wake(waiting.priority);
    return waiting.turn;
  }

  /** Refuses all who wait now. */
  refuseAll(error: Error): void {
    for (const priority of order) for (const waiting of this.#lines[priority].all()) waiting.refuse(error);
  }

  #begin({ client, priority }: WaitingTurn): () => void {
    const isBackground = priority !== 'reader';
    this.#load.began(client);
    if (isBackground) this.#backgroundInFlight += 1;
    return () => {
      this.#load.ended(client);
      if (isBackground) this.#backgroundInFlight -= 1;
      void this.#serve();
    };
  }

  /** Somebody new waits: a planned try may be for less urgent work, which waits longer. */
  #wake(priority: Priority): void {
    if (this.#planned !== null && !isMoreUrgent(priority, this.#planned.priority)) return;
    void this.#serve();
  }

  async #serve(): Promise<void> {
    if (this.#isTaking) return;
    this.#isTaking = true;
    clearTimeout(this.#planned?.timer);
    this.#planned = null;
    try {
      for (let next = this.#next(); next !== undefined; next = this.#next()) {
        const { priority } = next;
        const answer = await this.#options.take(priority);
        // Who asked may be gone, and somebody more urgent may have come, who need not wait as long.
        const now = this.#next();
        if (answer.kind === 'granted') now?.go(this.#begin(now));
        else if (answer.kind === 'shut') this.#options.onShut(answer.waitMs);
        else if (now !== undefined && !isMoreUrgent(now.priority, priority)) {
          return this.#plan(priority, answer.waitMs);
        }
      }
    } finally {
      this.#isTaking = false;
    }
  }

  #plan(priority: Priority, waitMs: number): void {
    const timer = setTimeout(() => void this.#serve(), Math.ceil(waitMs));
    this.#planned = { timer, priority };
  }

  #next(): WaitingTurn | undefined {
    if (this.#load.total >= mostInFlight) return undefined;
    this.#promote();
    const reader = this.#lines.reader.next();
    // What nobody waits for never holds the places of those who come.
    if (reader !== undefined || this.#backgroundInFlight >= mostInFlightWhileOthersWait) return reader;
    return this.#lines.refresh.next() ?? this.#lines.warm.next();
  }

  /** Moves to the readers what somebody has come to wait for. */
  #promote(): void {
    for (const line of [this.#lines.refresh, this.#lines.warm]) {
      if (line.size === 0) continue;
      for (const waiting of line.all().filter(({ request }) => request.priority === 'reader')) {
        line.remove(waiting);
        waiting.priority = 'reader';
        this.#lines.reader.add(waiting)?.refuse(this.#busy());
      }
    }
  }

  #busy(): UpstreamBusyError {
    return new UpstreamBusyError(Math.max(1, Math.ceil(this.#lines.reader.size / this.#options.perSecond)));
  }
}

function isMoreUrgent(one: Priority, other: Priority): boolean {
  return order.indexOf(one) < order.indexOf(other);
}
