import { LRUCache } from 'lru-cache';

const namesMax = 100;
const candidatesMax = 1000;
/** How often a name is seen before it counts by itself. */
const sightings = 10;
const longestName = 60;
const idleMs = 3_600_000;

/** The name of all that have none of their own. */
const otherOperations = 'other';

/**
 * The names by which operations are counted, a hundred at most: clients choose names, and whoever invents them shall
 * neither fill the memory nor drive out those in use. A name counts once it was seen ten times, and gives its place
 * up when it was not seen for an hour and another wants it.
 */
export class OperationNames {
  private readonly places = new Map<string, { seenAt: number }>();
  private readonly candidates = new LRUCache<string, { seen: number }>({ max: candidatesMax });

  /** `onRelease` hears of a name whose place was given up. */
  constructor(
    private readonly onRelease: (name: string) => void,
    private readonly now: () => number = Date.now,
  ) {}

  /** Itself, or `other`. */
  countedAs(name: string | undefined): string {
    if (name === undefined || name.length > longestName) return otherOperations;
    const known = this.places.get(name);
    if (known !== undefined) known.seenAt = this.now();
    else if (this.admit(name)) this.places.set(name, { seenAt: this.now() });
    else return otherOperations;
    return name;
  }

  private admit(name: string): boolean {
    const candidate = this.candidates.get(name) ?? { seen: 0 };
    candidate.seen += 1;
    this.candidates.set(name, candidate);
    if (candidate.seen < sightings || !this.makePlace()) return false;
    this.candidates.delete(name);
    return true;
  }

  private makePlace(): boolean {
    if (this.places.size < namesMax) return true;
    for (const [name, { seenAt }] of this.places) {
      if (this.now() - seenAt < idleMs) continue;
      this.places.delete(name);
      this.onRelease(name);
      return true;
    }
    return false;
  }
}
