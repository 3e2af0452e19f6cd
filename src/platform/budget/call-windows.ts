import { LRUCache } from 'lru-cache';

/** What is counted of one subject, until the window ends. */
export interface CallWindow {
  readonly used: number;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

/** Some 10 MB at most. Whoever wants a count pushed out needs as many addresses. */
const maxSubjects = 100_000;

export const windowMs = 60_000;

/** The counts of this process: what it counted itself, and what it last heard of those of all. */
export class CallWindows {
  private readonly windows = new LRUCache<string, CallWindow>({ max: maxSubjects });

  /** An empty one from now on where none is under way. */
  find(subject: string, now: number): CallWindow {
    const window = this.windows.get(subject);
    return window !== undefined && now < window.endsAt ? window : { used: 0, endsAt: now + windowMs };
  }

  add(subject: string, calls: number, now: number): void {
    const { used, endsAt } = this.find(subject, now);
    this.windows.set(subject, { used: Math.max(0, used + calls), endsAt });
  }

  /** Takes note of the count of all processes. What this one has not told them yet is not lost by it. */
  learn(subject: string, heard: CallWindow, now: number): void {
    const { used } = this.find(subject, now);
    this.windows.set(subject, { used: Math.max(used, heard.used), endsAt: heard.endsAt });
  }
}
