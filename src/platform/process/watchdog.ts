import { Logger } from '@nestjs/common';
import { url as debuggerUrl } from 'node:inspector';
import { Worker } from 'node:worker_threads';
import type { WatchdogData } from './watchdog-thread.js';

export interface WatchdogLimits {
  /** How long the event loop may be blocked. */
  readonly limitMs: number;
  /** How often it beats, and how often the thread looks. */
  readonly everyMs: number;
}

const logger = new Logger('Watchdog');
const defaultLimits: WatchdogLimits = { limitMs: 10_000, everyMs: 1000 };

/**
 * Ends the process, by a thread of its own, once the event loop was blocked for ten seconds: signals are handled by the
 * event loop, and so nothing else would but SIGKILL. Gives what calls it off.
 */
export function startWatchdog(isLogging: boolean, { limitMs, everyMs }: WatchdogLimits = defaultLimits): () => void {
  // Whoever debugs stops the event loop on purpose.
  if (debuggerUrl() !== undefined) return () => undefined;
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const beating = setInterval(() => void Atomics.add(beats, 0, 1), everyMs);
  beating.unref();
  const workerData: WatchdogData = { beats, limitMs, everyMs, isLogging };
  // Nothing of how the process itself was started: neither its memory nor what it loads first.
  const own = { execArgv: [], env: {}, resourceLimits: { maxOldGenerationSizeMb: 16 } };
  const worker = new Worker(new URL('./watchdog-thread.js', import.meta.url), { workerData, ...own });
  worker.unref();
  worker.on('error', (error) => logger.error({ err: error }, 'Nobody watches the event loop any more'));
  return () => {
    void worker.terminate();
    clearInterval(beating);
  };
}
