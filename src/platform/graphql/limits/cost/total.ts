import type { Variables } from './argument-values.js';

/** One evaluation of a compiled operation. */
export interface Run {
  readonly variables: Variables;
  /** How many changes the input of the mutation above makes. */
  readonly changes: number;
}

/** What a selection comes to, of one thing that it is selected of. */
export class Total {
  calls = 0;
  objects = 0;
  /** Whether the thing itself has to be called for. */
  needsThing = false;
  /** What it is called for once more each: as written in the document. */
  rereads: Set<string> | null = null;
  /** By bit, what a root field needs once. */
  once = 0;

  /** Adds what another selection of the same thing comes to. */
  add(other: Total): void {
    this.calls += other.calls;
    this.objects += other.objects;
    this.addNeeds(other);
  }

  addNeeds(other: Total): void {
    this.once |= other.once;
    this.needsThing ||= other.needsThing;
    if (other.rereads !== null) for (const text of other.rereads) this.addReread(text);
  }

  addReread(text: string): void {
    this.rereads ??= new Set();
    this.rereads.add(text);
  }

  /** The calls for the thing itself, found as `finds` says. */
  callsForThing(finds: 'named' | 'changed' | undefined): number {
    const rereads = this.rereads?.size ?? 0;
    // The change has counted the other half.
    if (finds === 'changed') return rereads + (this.needsThing ? half : 0);
    if (finds === 'named') return rereads + (this.needsThing ? 1 : half);
    return rereads + (this.needsThing ? 1 : 0);
  }
}

/** A thing found by number of which only the summary is asked: often a list has told it before. */
export const half = 0.5;

/** The names of what is read once for a root field, a bit each. */
export class OnceTable {
  private readonly bits = new Map<string, number>();
  private readonly calls: number[] = [];

  bitsOf(once: Readonly<Record<string, number>> = {}): number {
    let bits = 0;
    for (const [name, calls] of Object.entries(once)) {
      const bit = this.bits.get(name) ?? this.bits.size;
      this.bits.set(name, bit);
      this.calls[bit] = calls;
      bits |= 1 << bit;
    }
    return bits;
  }

  callsOf(bits: number): number {
    return this.calls.reduce((sum, calls, bit) => (bits & (1 << bit) ? sum + calls : sum), 0);
  }
}
