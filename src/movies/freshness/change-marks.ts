import type { ChangeKnowledge, ChangeVerdict } from '../../platform/cache/change-knowledge.js';

export interface ChangeMarksOptions {
  /** What the numbers are of, such as `movie`: the subjects are then `movie:550`. */
  readonly kind: string;
  /** How often the feed is polled. */
  readonly intervalMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called when something was named that was not before. */
  readonly onNamed?: () => void;
}

/** When the numbers of one group were first and last named, in milliseconds since 1970. */
interface Mark {
  /** Entries from before have to be read anew; 0 where the first poll named it, which says nothing of when. */
  readonly firstSeen: number;
  readonly lastSeen: number;
}

interface Poll {
  readonly startedAt: number;
  readonly endedAt: number;
}

const hourMs = 3_600_000;
/** How long a poll keeps naming what changed, and how long what it names no more is kept. */
const memoryMs = 24 * hourMs;
/** A poll names the changes of a day; four hours of it stay unused, for nobody promises when its day begins. */
const bridgedMs = 20 * hourMs;
const freshIntervals = 3;
const version = 1;

/**
 * What a feed of changes has named. The feed names whatever changed in the last 24 hours, again in each poll, and does
 * not say when; so only its first naming dates a change, and nothing is known of what stays named. Polls up to 20
 * hours apart make an unbroken feed, since each tells of the time between; after a longer gap all begins anew.
 */
export class ChangeMarks implements ChangeKnowledge {
  private marks = new Map<number, Mark>();
  /** The end of the poll since which nothing can have been missed. */
  private unbrokenSince = Infinity;
  private last: Poll | null = null;
  /** When the latest naming was. */
  private newest = 0;

  constructor(private readonly options: ChangeMarksOptions) {}

  /**
   * Judges an entry by the time its value was stored. `unchanged` is said only of what was stored within the last 24
   * hours, before the last poll began, and while polls come: the last is at most three intervals old.
   */
  since(subject: string, storedAt: number): ChangeVerdict {
    const id = this.idOf(subject);
    if (id === null) return 'unknown';
    const mark = this.marks.get(id);
    if (mark !== undefined && storedAt < mark.firstSeen) return 'due';
    if (mark !== undefined && storedAt <= mark.lastSeen) return 'unknown';
    return this.isCovered(storedAt) ? 'unchanged' : 'unknown';
  }

  /** Begins a poll; what is returned takes all that it named, once it has succeeded. */
  beginPoll(): (named: Iterable<number>) => void {
    const startedAt = this.options.now();
    return (named) => this.apply(named, { startedAt, endedAt: this.options.now() });
  }

  /** All of it as a compact text for `restore`. */
  snapshot(): string {
    const groups = new Map<string, [number, number, number[]]>();
    for (const [id, { firstSeen, lastSeen }] of this.marks) {
      const key = `${firstSeen} ${lastSeen}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [firstSeen, lastSeen, [id]]);
      else group[2].push(id);
    }
    const { last, unbrokenSince } = this;
    const poll = last === null ? null : [unbrokenSince, last.startedAt, last.endedAt];
    return JSON.stringify({ version, poll, marks: [...groups.values()] });
  }

  /** Takes the place of all that was known. @throws TypeError for a text that is no snapshot, which changes nothing. */
  restore(text: string): void {
    const { poll, marks } = readSnapshot(text);
    this.marks = new Map();
    for (const [firstSeen, lastSeen, ids] of marks) {
      // One object for all of a group: there are few polls and many numbers.
      const mark = { firstSeen, lastSeen };
      for (const id of ids) this.marks.set(id, mark);
    }
    this.unbrokenSince = poll?.[0] ?? Infinity;
    this.last = poll && { startedAt: poll[1], endedAt: poll[2] };
    this.tellOfNew(Math.max(0, ...marks.map(([firstSeen]) => firstSeen)));
  }

  private apply(named: Iterable<number>, poll: Poll): void {
    const { last } = this;
    const isFirst = last === null || poll.startedAt - last.startedAt > bridgedMs;
    if (isFirst) {
      this.marks = new Map();
      this.unbrokenSince = poll.endedAt;
    }
    const isNew = { firstSeen: isFirst ? 0 : poll.endedAt, lastSeen: poll.endedAt };
    for (const id of named) {
      const mark = this.marks.get(id);
      const wasNamed = mark !== undefined && mark.lastSeen === last?.endedAt;
      this.marks.set(id, wasNamed ? { ...mark, lastSeen: poll.endedAt } : isNew);
    }
    for (const [id, { lastSeen }] of this.marks) if (lastSeen < poll.endedAt - memoryMs) this.marks.delete(id);
    this.last = poll;
    if (isNew.firstSeen > 0 && [...this.marks.values()].includes(isNew)) this.tellOfNew(isNew.firstSeen);
  }

  private tellOfNew(firstSeen: number): void {
    if (firstSeen <= this.newest) return;
    this.newest = firstSeen;
    this.options.onNamed?.();
  }

  private isCovered(storedAt: number): boolean {
    if (this.last === null) return false;
    const { startedAt } = this.last;
    // Either way: a poll of a clock far ahead says nothing of now.
    const isPolled = Math.abs(this.options.now() - startedAt) <= freshIntervals * this.options.intervalMs;
    // What is older may have been named and forgotten since.
    const isRemembered = storedAt >= startedAt - memoryMs;
    return isPolled && isRemembered && storedAt >= this.unbrokenSince && storedAt <= startedAt;
  }

  private idOf(subject: string): number | null {
    const [kind, id] = subject.split(':', 2);
    return kind === this.options.kind && id !== undefined ? Number(id) : null;
  }
}

interface Snapshot {
  readonly poll: readonly [unbrokenSince: number, startedAt: number, endedAt: number] | null;
  readonly marks: readonly (readonly [firstSeen: number, lastSeen: number, ids: readonly number[]])[];
}

function readSnapshot(text: string): Snapshot {
  const parsed: unknown = JSON.parse(text);
  if (!isSnapshot(parsed)) throw new TypeError('It is no snapshot of changes of this version');
  return parsed;
}

function isSnapshot(value: unknown): value is Snapshot {
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== version) return false;
  if (!('poll' in value) || !('marks' in value) || !Array.isArray(value.marks)) return false;
  const isPoll = value.poll === null || (areNumbers(value.poll) && value.poll.length === 3);
  return isPoll && value.marks.every(isGroup);
}

function isGroup(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [firstSeen, lastSeen, ids] = value as unknown[];
  return areNumbers([firstSeen, lastSeen]) && areNumbers(ids);
}

function areNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number');
}
