/** TMDb's own ids end far below this, so that an invented id is never taken for a real one. */
const FIRST_ID = 1_000_000_001;

/** Gives every name one entry with an id of its own, counted in the order in which names first appear. */
export class NumberedRegistry<T> {
  private readonly byName = new Map<string, T>();

  constructor(private readonly create: (id: number, name: string) => T) {}

  /** The entry of a name, made when it is new. */
  get(name: string): T {
    const known = this.byName.get(name);
    if (known !== undefined) return known;
    const entry = this.create(FIRST_ID + this.byName.size, name);
    this.byName.set(name, entry);
    return entry;
  }

  all(): T[] {
    return [...this.byName.values()];
  }
}

/** The id of the film at a place in the data, counted from 0. */
export function filmIdAt(index: number): number {
  return FIRST_ID + index;
}

/** An invented IMDb id such as `tt9000001`: digits starting with 9, which no title there has. */
export function imdbIdOf(prefix: 'tt' | 'nm', id: number): string {
  return `${prefix}${9_000_001 + id - FIRST_ID}`;
}
