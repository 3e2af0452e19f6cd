import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();

/** Runs what a field at the root of an answer, or one below it, starts; `root` is its name there. */
export function underRoot<T>(root: string, work: () => T): T {
  return storage.run(root, work);
}

/** Runs what works for several fields at once, each of which is known otherwise. */
export function underNoRoot<T>(work: () => T): T {
  return storage.exit(work);
}

/** The field at the root that the code now running works for; undefined unless somebody asked to know. */
export function currentRoot(): string | undefined {
  return storage.getStore();
}
