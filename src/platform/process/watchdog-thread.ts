import { writeSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { workerData } from 'node:worker_threads';
import { Silence } from './silence.js';

/** What the thread is started with. */
export interface WatchdogData {
  /** One number, which the event loop raises. */
  readonly beats: Int32Array;
  readonly limitMs: number;
  readonly everyMs: number;
  readonly isLogging: boolean;
}

/** How long SIGKILL may take. */
const killMs = 100;
const fatal = 60;

const { beats, limitMs, everyMs, isLogging } = workerData as WatchdogData;
const silence = new Silence(everyMs);

const looking = setInterval(() => {
  const silentMs = silence.look(Atomics.load(beats, 0), performance.now());
  if (silentMs < limitMs) return;
  clearInterval(looking);
  if (isLogging) tell(silentMs);
  kill();
}, everyMs);

/** As pino writes; the logger and its stream are the blocked thread's. */
function tell(silentMs: number): void {
  const blockedMs = Math.round(silentMs);
  const msg = 'The event loop is blocked: the process ends';
  try {
    writeSync(1, `${JSON.stringify({ level: fatal, time: Date.now(), context: 'Watchdog', blockedMs, msg })}\n`);
  } catch {
    // Nobody reads it; the process ends all the same.
  }
}

/**
 * `process.exit` ends this thread alone, and `process.abort` is not for threads. The first process of a container is
 * immune to its own SIGKILL, not to a trap of the processor.
 */
function kill(): void {
  process.kill(process.pid, 'SIGKILL');
  setTimeout(() => {
    setFlagsFromString('--allow-natives-syntax');
    runInThisContext('%SystemBreak()');
  }, killMs);
}
