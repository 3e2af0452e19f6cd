type Close = () => Promise<void>;

/** npm hands a terminal's Ctrl-C on to the process that has it already: a signal so soon is the same one. */
const sameSignalMs = 1000;

/**
 * Boots, and ends the process with code 0 once all is closed again, at SIGTERM or Ctrl-C; a second signal ends it at
 * once. A signal that comes while booting waits for the boot. A boot that fails is told on stderr and ends with 1.
 *
 * Entries import little beside this and load the rest inside `boot`: a signal that comes while modules are loaded
 * would else kill the process.
 */
export async function runUntilSignal(boot: () => Promise<Close>): Promise<void> {
  const booted = Promise.withResolvers<Close>();
  let endingSince: number | undefined;
  const onSignal = (): void => {
    const now = performance.now();
    if (endingSince !== undefined && now - endingSince > sameSignalMs) process.exit(1);
    if (endingSince !== undefined) return;
    endingSince = now;
    booted.promise.then((close) => close()).then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  try {
    booted.resolve(await boot());
  } catch (error) {
    fail(error);
  }
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
