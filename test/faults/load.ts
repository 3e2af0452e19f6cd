import { accountRequest, cachedRequests, coldRequest, liveRequest, loginRequest } from './requests.js';
import type { Kind, LoadRequest, Viewer } from './requests.js';
import { type Sample, send, type Target } from './send.js';

/** How many of each kind go out in a second. */
export type Rates = Readonly<Record<Kind, number>>;

export interface LoadOptions {
  readonly target: Target;
  readonly perSecond: Rates;
}

/** Requests of one kind, each due at its time. */
interface Stream {
  readonly everyMs: number;
  nextAtMs: number;
  next(): LoadRequest;
}

/**
 * Readers who do not wait for each other: each request is sent at its time, whatever became of those before it, so that
 * a server that falls behind gets no rest.
 */
export class Load {
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<Sample>[] = [];
  private cold = 0;
  private cached = 0;
  private readonly requests: Readonly<Record<Kind, (viewer: Viewer) => LoadRequest>> = {
    cached: () => cachedRequests[(this.cached += 1) % cachedRequests.length] ?? liveRequest,
    // The odd numbers are for whoever looks whether all is well again.
    cold: () => coldRequest((this.cold += 2)),
    account: accountRequest,
    login: loginRequest,
    live: () => liveRequest,
  };

  constructor(private readonly options: LoadOptions) {}

  start(viewer: Viewer): void {
    const streams = this.streams(viewer);
    const tick = (): void => {
      this.timer = setTimeout(tick, 2);
      for (const stream of streams) this.sendDue(stream, performance.now());
    };
    tick();
  }

  /** Sends no more, waits for all answers, and gives what became of each since the start. */
  async stop(): Promise<Sample[]> {
    clearTimeout(this.timer);
    const samples = await Promise.all(this.underWay);
    this.underWay = [];
    return samples;
  }

  private sendDue(stream: Stream, nowMs: number): void {
    for (; stream.nextAtMs <= nowMs; stream.nextAtMs += stream.everyMs) {
      this.underWay.push(send(this.options.target, stream.next()));
    }
  }

  private streams(viewer: Viewer): Stream[] {
    const { perSecond } = this.options;
    const nowMs = performance.now();
    return (Object.keys(perSecond) as Kind[]).map((kind, index) => ({
      everyMs: 1000 / perSecond[kind],
      // Not all of them in the same millisecond.
      nextAtMs: nowMs + index * 7,
      next: () => this.requests[kind](viewer),
    }));
  }
}
