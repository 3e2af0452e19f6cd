/** How the cache answered a read: with what is fresh, with what is not, or with what was fetched for it. */
export type ReadOutcome = 'hit' | 'stale' | 'miss';

/** How old what was read is, in milliseconds since 1970. */
export interface ReadAge {
  readonly storedAt: number;
  readonly freshUntil: number;
}

export interface ReadCounts {
  readonly hits: number;
  readonly stale: number;
  readonly misses: number;
  /** When the oldest of what was read was stored, in milliseconds since 1970; null when nothing was. */
  readonly oldestStoredAt: number | null;
  /** When the first of it stops being fresh; null when nothing was read. */
  readonly freshUntil: number | null;
}

/** What the parts of an answer came from, and how fresh they are. */
export class ReadLog {
  private readonly counts = { hit: 0, stale: 0, miss: 0 };
  private oldestStoredAt = Infinity;
  private freshUntil = Infinity;
  private detail: ReadDetail | null = null;
  /** Whether something was looked for in vain; an answer may have gone on without it. */
  hasFailed = false;

  /** From here on it is known by the field at the root, too. */
  keepDetail(): ReadDetail {
    this.detail ??= new ReadDetail();
    return this.detail;
  }

  /** Null unless somebody asked for it. */
  get kept(): ReadDetail | null {
    return this.detail;
  }

  note(key: string, outcome: ReadOutcome, { storedAt, freshUntil }: ReadAge): void {
    this.counts[outcome] += 1;
    this.oldestStoredAt = Math.min(this.oldestStoredAt, storedAt);
    // It may be stale before its time, where it is known to have changed since.
    this.freshUntil = Math.min(this.freshUntil, outcome === 'stale' ? storedAt : freshUntil);
    this.detail?.note(key, outcome, { storedAt, freshUntil });
  }

  /** A read that came to nothing counts as a miss. */
  noteFailed(key: string): void {
    this.hasFailed = true;
    this.counts.miss += 1;
    this.detail?.noteFailed(key);
  }

  get total(): ReadCounts {
    const { hit, stale, miss } = this.counts;
    const isEmpty = this.oldestStoredAt === Infinity;
    return {
      hits: hit,
      stale,
      misses: miss,
      oldestStoredAt: isEmpty ? null : this.oldestStoredAt,
      freshUntil: isEmpty ? null : this.freshUntil,
    };
  }
}

/** The same by the field at the root that asked. A read that several fields share counts for each of them. */
export class ReadDetail {
  /** Null for reads that came to nothing. */
  private readonly outcomes = new Map<string, { readonly outcome: ReadOutcome; readonly age: ReadAge } | null>();
  private readonly keysByRoot = new Map<string, Set<string>>();

  /** Says that a field asks for a key, before it is known how it will be answered. */
  want(root: string, key: string): void {
    const keys = this.keysByRoot.get(root) ?? new Set();
    this.keysByRoot.set(root, keys.add(key));
  }

  note(key: string, outcome: ReadOutcome, age: ReadAge): void {
    this.outcomes.set(key, { outcome, age });
  }

  noteFailed(key: string): void {
    this.outcomes.set(key, null);
  }

  /** In the order in which the fields first asked. */
  get byRoot(): ReadonlyMap<string, ReadCounts> {
    return new Map([...this.keysByRoot].map(([root, keys]) => [root, this.countsOf(keys)] as const));
  }

  private countsOf(keys: ReadonlySet<string>): ReadCounts {
    const log = new ReadLog();
    for (const key of keys) {
      const read = this.outcomes.get(key);
      if (read === null) log.noteFailed(key);
      else if (read !== undefined) log.note(key, read.outcome, read.age);
    }
    return log.total;
  }
}
