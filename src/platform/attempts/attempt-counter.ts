import type { AttemptKey } from './attempt-key.js';

/** The tries at one thing. Times are milliseconds since 1970, so that processes can share them. */
export interface AttemptCounter {
  /** Tried in a row, successes not counted; refused ones neither. */
  readonly tries: number;
  /** Nothing is tried before. */
  readonly openAt: number;
  /** Later than that of any counter it follows from: of two, the later one holds. */
  readonly changedAt: number;
}

/** A key as stores see it. */
export interface AttemptSlot {
  /** Names the counter in every store; says nothing of the subject. */
  readonly id: string;
  readonly freeTries: number;
  readonly longestWaitMs: number;
  readonly forgetAfterMs: number;
}

export const noTries: AttemptCounter = { tries: 0, openAt: 0, changedAt: 0 };

/** The wait after the last free try; each further try doubles it. */
export const firstWaitMs = 30_000;

const longestWaitSeconds = 15 * 60;
const forgetAfterSeconds = 24 * 60 * 60;

export function attemptSlot(key: AttemptKey, id: string): AttemptSlot {
  return {
    id,
    freeTries: Math.max(1, key.freeTries),
    longestWaitMs: (key.longestWaitSeconds ?? longestWaitSeconds) * 1000,
    forgetAfterMs: (key.forgetAfterSeconds ?? forgetAfterSeconds) * 1000,
  };
}

export function isForgotten(counter: AttemptCounter, slot: AttemptSlot, now: number): boolean {
  return counter.changedAt + slot.forgetAfterMs <= now;
}

/** 0 when it may be tried now. Bounded, since the clock that wrote the counter may be ahead of ours. */
export function waitMsOf(counter: AttemptCounter, slot: AttemptSlot, now: number): number {
  if (counter.tries < slot.freeTries) return 0;
  return Math.min(Math.max(0, counter.openAt - now), slot.longestWaitMs);
}

export function afterTry(counter: AttemptCounter, slot: AttemptSlot, now: number): AttemptCounter {
  const tries = counter.tries + 1;
  const waitMs = Math.min(firstWaitMs * 2 ** (tries - slot.freeTries), slot.longestWaitMs);
  return {
    tries,
    openAt: tries < slot.freeTries ? 0 : now + waitMs,
    changedAt: laterThan(counter, now),
  };
}

/** No tries, said so: a success must outlive what other processes remember. */
export function afterSuccess(counter: AttemptCounter, now: number): AttemptCounter {
  return { tries: 0, openAt: 0, changedAt: laterThan(counter, now) };
}

/** As if one try had not been: it was no failure, or was not made. Whoever was let through may be so again. */
export function afterGivingBack(counter: AttemptCounter, now: number): AttemptCounter {
  return {
    tries: Math.max(0, counter.tries - 1),
    openAt: Math.min(counter.openAt, now),
    changedAt: laterThan(counter, now),
  };
}

function laterThan(counter: AttemptCounter, now: number): number {
  return Math.max(now, counter.changedAt + 1);
}
