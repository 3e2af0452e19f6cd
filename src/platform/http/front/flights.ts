import type { ReadyAnswer } from './ready-answer.js';

/**
 * How an answer came out for those who waited for it: it is theirs too; it is for one alone, such as one with errors, and
 * so would each of theirs be; or whoever was to have it is gone, and one of them may take the place.
 */
export type Landing = ReadyAnswer | 'alone' | 'gone';

/** Answers that are being made, so that who asks the same meanwhile waits for them. */
export class Flights {
  private readonly underWay = new Map<string, Promise<Landing>>();

  /** The answer under way for a key; undefined where none is. */
  find(key: string): Promise<Landing> | undefined {
    return this.underWay.get(key);
  }

  /** Begins one; whoever does ends it by calling what is returned. The first call counts. */
  begin(key: string): (landing: Landing) => void {
    const { promise, resolve } = Promise.withResolvers<Landing>();
    this.underWay.set(key, promise);
    return (landing) => {
      if (this.underWay.get(key) === promise) this.underWay.delete(key);
      resolve(landing);
    };
  }

  /** Lets nobody join those under way any more; who has joined is answered. */
  close(): void {
    this.underWay.clear();
  }

  get size(): number {
    return this.underWay.size;
  }
}
