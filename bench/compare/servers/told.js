import { once } from 'node:events';

/** The next message of a child process. @throws where it ends before. */
export async function toldBy(child) {
  const controller = new AbortController();
  const { signal } = controller;
  try {
    return await Promise.race([
      once(child, 'message', { signal }).then(([message]) => message),
      once(child, 'exit', { signal }).then(([code]) => {
        throw new Error(`${child.spawnargs.join(' ')} ended with ${code}.`);
      }),
    ]);
  } finally {
    controller.abort();
  }
}

/** Its next message after this one was sent. @throws where it has ended, or ends before. */
export async function askOf(child, message) {
  const { promise: sent, resolve, reject } = Promise.withResolvers();
  child.send(message, (error) => (error === null ? resolve() : reject(error)));
  const [told] = await Promise.all([toldBy(child), sent]);
  return told;
}

/** Ends a child process, by force where it takes more than ten seconds. */
export async function end(child, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(late);
}
