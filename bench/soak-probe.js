import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into the app before its own code (`node --import`): writes the heap in use, in bytes, and how many timers wait,
 * each second, to the file that `?file=` of its own address names.
 */
const file = new URL(import.meta.url).searchParams.get('file');
if (isMainThread) {
  setInterval(() => {
    const timers = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    writeFileSync(file, JSON.stringify({ heapBytes: process.memoryUsage().heapUsed, timers }));
  }, 1000).unref();
}
