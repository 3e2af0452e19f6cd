import { setTimeout as delay } from 'node:timers/promises';
import { type Counts, count, reasonsOf } from './counts.js';
import type { Dependencies, Fault } from './faults.js';
import type { Kind, Viewer } from './requests.js';
import type { Sample } from './send.js';
import type { WellAgain } from './well-again.js';

/** What came of a fault. Counted is what was sent from its beginning until all was well again and a while longer. */
export interface FaultResult {
  readonly fault: Fault;
  readonly counts: Readonly<Record<Kind, Counts>>;
  /** Why requests failed or were refused, and how many. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Of what was sent before it: how calm the machine was. */
  readonly cachedP99BeforeMs: number;
  /** Of what was sent until it was lifted. */
  readonly cachedP99Ms: number;
  readonly slowestColdMs: number;
  readonly slowestMs: number;
  /** From lifting it until one of each kind was answered; null: it never was. */
  readonly wellAgainMs: number | null;
  readonly isRunning: boolean;
}

/** A load that can be started and stopped, here or in another thread. */
export interface LoadSource {
  start(viewer: Viewer): void;
  stop(): Promise<readonly Sample[]>;
}

export interface FaultRun {
  readonly load: LoadSource;
  readonly dependencies: Dependencies;
  readonly wellAgain: WellAgain;
  readonly isRunning: () => boolean;
  /** Whose access token lasts for a fault. */
  readonly signIn: () => Promise<Viewer>;
  readonly beforeMs: number;
  readonly duringMs: number;
  readonly afterMs: number;
  /** How often it is looked whether all is well again. */
  readonly tries: number;
}

/** Lets a fault happen while readers read, and takes it away again. */
export async function runFault(fault: Fault, run: FaultRun): Promise<FaultResult> {
  const viewer = await run.signIn();
  run.load.start(viewer);
  await delay(run.beforeMs);
  const injectedAt = Date.now();
  let liftedAt: number;
  let wellAgainMs: number | null;
  let samples: readonly Sample[];
  try {
    await fault.inject(run.dependencies);
    // Counted from its beginning, since a restart is the fault itself.
    await delay(Math.max(0, injectedAt + run.duringMs - Date.now()));
  } finally {
    await fault.lift(run.dependencies);
    liftedAt = Date.now();
    wellAgainMs = await run.wellAgain.wait(viewer, run.tries);
    await delay(run.afterMs);
    samples = await run.load.stop();
  }
  const counted = samples.filter(({ sentAt }) => sentAt >= injectedAt);
  const cached = samples.filter(({ kind, sentAt }) => kind === 'cached' && sentAt < liftedAt);
  return {
    fault,
    counts: count(counted),
    reasons: reasonsOf(counted),
    cachedP99BeforeMs: quantile(timesOf(cached.filter(({ sentAt }) => sentAt < injectedAt)), 0.99),
    cachedP99Ms: quantile(timesOf(cached.filter(({ sentAt }) => sentAt >= injectedAt)), 0.99),
    slowestColdMs: Math.max(0, ...timesOf(counted.filter(({ kind }) => kind === 'cold'))),
    slowestMs: Math.max(0, ...timesOf(counted)),
    wellAgainMs,
    isRunning: run.isRunning(),
  };
}

function timesOf(samples: readonly Sample[]): number[] {
  return samples.map(({ ms }) => ms);
}

/** The value below which a share of them lies; 0 of none. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
