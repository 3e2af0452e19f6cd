import { exchange } from '../faults/exchange.js';
import { failed, type Outcome } from '../faults/judge.js';
import type { Viewer } from '../faults/requests.js';
import type { Target } from '../faults/send.js';
import { mixOf } from './mix.js';
import type { Next } from './reads.js';
import type { SoakKind } from './soak-request.js';

/** A request that was answered, or was not. */
export interface SoakSample {
  readonly kind: SoakKind;
  readonly ms: number;
  readonly outcome: Outcome;
}

export interface SoakOptions {
  readonly target: Target;
  readonly viewer: Viewer;
  readonly perSecond: Readonly<Record<SoakKind, number>>;
}

interface Stream {
  readonly kind: SoakKind;
  readonly everyMs: number;
  readonly next: Next;
  dueAtMs: number;
}

/** As the load of the fault suite an open loop, which goes on while it is asked what came of its requests. */
export class SoakLoad {
  private timer: NodeJS.Timeout | undefined;
  private viewer: Viewer;
  private samples: SoakSample[] = [];
  private readonly underWay = new Set<Promise<void>>();

  constructor(private readonly options: SoakOptions) {
    this.viewer = options.viewer;
  }

  start(): void {
    const streams = this.streams();
    const tick = (): void => {
      this.timer = setTimeout(tick, 2);
      for (const stream of streams) this.sendDue(stream, performance.now());
    };
    tick();
  }

  /** From now on somebody else, or with a token that lasts. */
  use(viewer: Viewer): void {
    this.viewer = viewer;
  }

  /** What has ended since it was last asked. */
  take(): SoakSample[] {
    const taken = this.samples;
    this.samples = [];
    return taken;
  }

  /** Sends no more, and waits for all that is under way. */
  async stop(): Promise<void> {
    clearTimeout(this.timer);
    await Promise.all(this.underWay);
  }

  private sendDue(stream: Stream, nowMs: number): void {
    for (; stream.dueAtMs <= nowMs; stream.dueAtMs += stream.everyMs) {
      const sending = this.send(stream).finally(() => this.underWay.delete(sending));
      this.underWay.add(sending);
    }
  }

  private async send({ kind, next }: Stream): Promise<void> {
    const { target } = this.options;
    const request = next();
    const begun = performance.now();
    const outcome = await exchange(target, request).then(
      (answer) => request.judge(answer, target.secrets),
      (error: NodeJS.ErrnoException) => failed(error.code ?? error.message),
    );
    this.samples.push({ kind, ms: performance.now() - begun, outcome });
  }

  private streams(): Stream[] {
    const { perSecond } = this.options;
    const mix = mixOf(() => this.viewer);
    const nowMs = performance.now();
    return (Object.keys(perSecond) as SoakKind[]).map((kind, index) => ({
      kind,
      everyMs: 1000 / perSecond[kind],
      next: mix[kind],
      // Not all of them in the same millisecond.
      dueAtMs: nowMs + index * 7,
    }));
  }
}
