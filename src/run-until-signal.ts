interface Running {
  close(): Promise<void>;
  /** Logs what nobody caught. */
  reportFault(error: unknown): void;
}

/** npm hands a terminal's Ctrl-C on to the process that has it already: a signal so soon is the same one. */
const sameSignalMs = 1000;

/** What fails over and over while the process ends is not told over and over. */
const reportsMax = 10;

/**
 * Boots, and ends the process with code 0 once all is closed again, at SIGTERM or Ctrl-C; a second signal ends it at
 * once. A signal that comes while booting waits for the boot. A boot that fails is told on stderr and ends with 1.
 * An error or rejection that nobody caught is logged, and ends the process as a signal does, with code 1.
 *
 * Entries import little beside this and load the rest inside `boot`: a signal that comes while modules are loaded
 * would else kill the process.
 */
export async function runUntilSignal(boot: () => Promise<Running>): Promise<void> {
  const booted = Promise.withResolvers<Running>();
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    booted.promise.then((running) => running.close()).then(() => process.exit(), fail);
  };
  onSignals(end);
  try {
    const running = await boot();
    onFaults(running, end);
    booted.resolve(running);
  } catch (error) {
    fail(error);
  }
}

function onSignals(end: () => void): void {
  let signalledAtMs: number | undefined;
  const onSignal = (): void => {
    const nowMs = performance.now();
    signalledAtMs ??= nowMs;
    if (nowMs - signalledAtMs > sameSignalMs) process.exit(1);
    end();
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** Rejections are among them: Node throws those that nobody handles. */
function onFaults(running: Running, end: () => void): void {
  let reports = 0;
  process.on('uncaughtException', (error) => {
    process.exitCode = 1;
    reports += 1;
    if (reports <= reportsMax) running.reportFault(error);
    end();
  });
}

function fail(error: unknown): never {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(1);
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    return `${error.message}\nSomething listens there already. Choose another port, such as PORT=4100.`;
  }
  return error.message;
}
