import { Injectable } from '@nestjs/common';

type PartName = 'POSTGRESQL' | 'REDIS' | 'TMDB';

/** What of a part is missing: `away`, or why it is left alone. Null where nothing is known to be wrong. */
type Look = () => string | null;

export interface Outage {
  readonly part: PartName;
  readonly reason: string;
}

/**
 * Which parts the process does without for now, by what it met of late. Whoever holds a part says how it is told, without
 * asking it: health must not hang on what it is about.
 */
@Injectable()
export class Outages {
  private readonly looks = new Map<PartName, Look>();

  watch(part: PartName, look: Look): void {
    this.looks.set(part, look);
  }

  /** By the name of the part. */
  list(): Outage[] {
    const found = [...this.looks].map(([part, look]) => ({ part, reason: look() }));
    const outages = found.filter((one): one is Outage => one.reason !== null);
    return outages.toSorted((one, other) => one.part.localeCompare(other.part));
  }
}
