import { LRUCache } from 'lru-cache';
import { crc32 } from 'node:zlib';
import type { ReadyAnswer } from './ready-answer.js';

/** Of the memory, the part for answers that have not been given from here yet. */
const onTrialShare = 0.2;

/** How many keys asked once are remembered, at least. */
const mostSeen = 20_000;

/**
 * Whole answers by what was asked, bounded in bytes. A key is admitted when it is asked for the second time, on trial
 * at first, and stands among the proven once it was answered from here: so neither a flood of keys that come once nor
 * one of keys that come twice drives out those in use.
 */
export class AnswerCache {
  private readonly onTrial: LRUCache<string, ReadyAnswer>;
  private readonly proven: LRUCache<string, ReadyAnswer>;
  private readonly seen = new SeenOnce(mostSeen);
  /** Counted up whenever what is kept may be wrong. */
  private epoch = 0;

  private readonly keepsAny: boolean;

  constructor(maxBytes: number) {
    this.keepsAny = maxBytes > 0;
    this.onTrial = boundedBy(maxBytes * onTrialShare);
    this.proven = boundedBy(maxBytes * (1 - onTrialShare));
  }

  /** Fresh at a moment, in milliseconds since 1970. */
  find(key: string, now: number): ReadyAnswer | undefined {
    const proven = this.proven.get(key);
    if (proven !== undefined) return this.freshOf(proven, key, now);
    const onTrial = this.onTrial.get(key);
    if (onTrial === undefined) return undefined;
    this.onTrial.delete(key);
    if (!onTrial.isFreshAt(now)) return undefined;
    this.proven.set(key, onTrial);
    return onTrial;
  }

  /** To be asked for before an answer is made, and given back with it. */
  get ticket(): number {
    return this.epoch;
  }

  /** Takes an answer, if its key was asked for before and nothing it is made of has been given up meanwhile. */
  offer(key: string, answer: ReadyAnswer, ticket: number, now: number): void {
    if (!this.keepsAny || ticket !== this.epoch || !answer.isFreshAt(now)) return;
    if (this.seen.add(key)) this.onTrial.set(key, answer.ready());
  }

  clear(): void {
    this.epoch += 1;
    this.onTrial.clear();
    this.proven.clear();
  }

  get size(): number {
    return this.onTrial.size + this.proven.size;
  }

  get bytes(): number {
    return this.onTrial.calculatedSize + this.proven.calculatedSize;
  }

  private freshOf(answer: ReadyAnswer, key: string, now: number): ReadyAnswer | undefined {
    if (answer.isFreshAt(now)) return answer;
    // What was in use is most likely to be asked for again.
    this.proven.delete(key);
    this.seen.add(key);
    return undefined;
  }
}

function boundedBy(bytes: number): LRUCache<string, ReadyAnswer> {
  return new LRUCache({
    maxSize: Math.max(1, Math.floor(bytes)),
    sizeCalculation: (answer, key) => answer.bytes + key.length,
  });
}

/** Remembers keys by a number, for a while: two generations, of which the older is forgotten when the newer is full. */
class SeenOnce {
  private newer = new Set<number>();
  private older = new Set<number>();

  constructor(private readonly most: number) {}

  /** Whether it was there before. */
  add(key: string): boolean {
    const number = crc32(key) * 0x10000 + (key.length & 0xffff);
    const isKnown = this.newer.has(number) || this.older.has(number);
    this.newer.add(number);
    if (this.newer.size >= this.most) [this.older, this.newer] = [this.newer, new Set()];
    return isKnown;
  }
}
