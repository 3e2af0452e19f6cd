import type { ReadyAnswer } from './ready-answer.js';

/** Answers that are being made, so that who asks the same meanwhile waits for them. */
export class Flights {
  private readonly underWay = new Map<string, Promise<ReadyAnswer | null>>();

  /** The answer under way for a key; it comes to null where it is of no use to others. Undefined where none is. */
  find(key: string): Promise<ReadyAnswer | null> | undefined {
    return this.underWay.get(key);
  }

  /** Begins one; whoever does ends it by calling what is returned. */
  begin(key: string): (answer: ReadyAnswer | null) => void {
    const { promise, resolve } = Promise.withResolvers<ReadyAnswer | null>();
    this.underWay.set(key, promise);
    return (answer) => {
      if (this.underWay.get(key) === promise) this.underWay.delete(key);
      resolve(answer);
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
