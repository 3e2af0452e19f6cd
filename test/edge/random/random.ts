/** Random choices that are the same for the same seed. */
export class Random {
  constructor(private state: number) {}

  /** From 0 to 1, by mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<T>(things: readonly T[]): T {
    const picked = things[Math.floor(this.next() * things.length)];
    if (picked === undefined) throw new Error('There is nothing to pick from.');
    return picked;
  }

  /** Some of them, in another order, each once. */
  some<T>(things: readonly T[], most: number): T[] {
    const left = [...things];
    const count = Math.min(left.length, this.between(1, most));
    return Array.from({ length: count }, () => left.splice(this.between(0, left.length - 1), 1)).flat();
  }
}
