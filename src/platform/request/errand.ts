import { AsyncLocalStorage } from 'node:async_hooks';

/** Who is served first where work has to wait: someone who waits for it, then what is stale, then what is warmed up. */
export type Priority = 'reader' | 'refresh' | 'warm';

/** What work at an upstream is done for. It outlives the request that began it while others wait for the same. */
export interface Errand {
  readonly priority: Priority;
  /** Whose turn it takes; the same for all that nobody waits for. */
  readonly client: string;
  /** When nobody waits for it any more, in milliseconds since 1970; later when somebody joins. */
  deadlineAt(): number;
  /** Aborted when nobody waits for it any more. */
  readonly signal: AbortSignal;
}

const storage = new AsyncLocalStorage<Errand>();

/** Runs work, and all that it starts, on an errand. */
export function onErrand<T>(errand: Errand, work: () => T): T {
  return storage.run(errand, work);
}

/** The errand that the code now running is on; one without end outside of any, as at start. */
export function currentErrand(): Errand {
  return storage.getStore() ?? nobodys;
}

const nobodys: Errand = {
  priority: 'reader',
  client: '',
  deadlineAt: () => Infinity,
  signal: new AbortController().signal,
};
