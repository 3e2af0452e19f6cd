import { z } from 'zod';

/** Under which name processes share them. */
export const generationsDocument = 'cache:generations';

/** For all kinds. */
const everything = '*';

/** How far the clock of another machine may be ahead of ours. */
const maxSkewMs = 60_000;

const snapshot = z.record(z.string(), z.number());

/**
 * Since when entries count, by kind: what was stored before is void, wherever it lies. Processes share it as a text, so
 * that a flush reaches their memories without touching an entry.
 */
export class Generations {
  private readonly moments = new Map<string, number>();

  constructor(private readonly clock: () => number = Date.now) {}

  /** Entries of the kind stored up to this moment are void, in milliseconds since 1970; 0 when none are. */
  voidUntil(kind: string): number {
    return Math.max(this.moments.get(kind) ?? 0, this.moments.get(everything) ?? 0);
  }

  /**
   * Takes what another process says; a text that is none is passed over, and so is a moment that has not come, which
   * would void what is yet to be stored. Moments only move on.
   */
  apply(text: string): void {
    const latest = this.clock() + maxSkewMs;
    for (const [kind, moment] of Object.entries(parsed(text))) if (moment <= latest) this.move(kind, moment);
  }

  /** What was stored up to the moment is void: of a kind, or of all. */
  move(kind: string | undefined, moment: number): void {
    const name = kind ?? everything;
    this.moments.set(name, Math.max(this.moments.get(name) ?? 0, moment));
  }

  toText(): string {
    return JSON.stringify(Object.fromEntries(this.moments));
  }
}

function parsed(text: string): Record<string, number> {
  try {
    return snapshot.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
