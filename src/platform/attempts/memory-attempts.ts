import { LRUCache } from 'lru-cache';
import {
  afterGivingBack,
  afterSuccess,
  afterTry,
  type AttemptCounter,
  type AttemptSlot,
  isForgotten,
  noTries,
  waitMsOf,
} from './attempt-counter.js';

/** Some 20 MB at most. Whoever wants a counter pushed out has to be tried, that is hashed for, as often. */
const maxCounters = 100_000;

/** The counters in this process: what it counted itself, and what it last heard of the shared ones. */
export class MemoryAttempts {
  private readonly counters = new LRUCache<string, AttemptCounter>({ max: maxCounters });

  find(slot: AttemptSlot, now: number): AttemptCounter {
    const counter = this.counters.get(slot.id);
    return counter === undefined || isForgotten(counter, slot, now) ? noTries : counter;
  }

  /** Takes note of a counter that another store holds, unless this one knows better. */
  learn(slot: AttemptSlot, counter: AttemptCounter): void {
    const known = this.counters.get(slot.id);
    if (known === undefined || known.changedAt <= counter.changedAt) this.counters.set(slot.id, counter);
  }

  /** Counts a try in all the slots, or in none. The milliseconds to wait, 0 when it may be tried. */
  tryAll(slots: readonly AttemptSlot[], now: number): number {
    const waitMs = Math.max(0, ...slots.map((slot) => waitMsOf(this.find(slot, now), slot, now)));
    if (waitMs === 0) for (const slot of slots) this.counters.set(slot.id, afterTry(this.find(slot, now), slot, now));
    return waitMs;
  }

  giveBack(slots: readonly AttemptSlot[], now: number): void {
    for (const slot of slots) this.counters.set(slot.id, afterGivingBack(this.find(slot, now), now));
  }

  clear(slots: readonly AttemptSlot[], now: number): void {
    for (const slot of slots) this.counters.set(slot.id, afterSuccess(this.find(slot, now), now));
  }
}
