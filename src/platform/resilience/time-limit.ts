export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';

  constructor(limitMs: number) {
    super(`No answer within ${limitMs} ms`);
  }
}

/** A timer that is later than this tells of an event loop that was blocked. */
const lateMs = 20;
const mostExtensions = 3;

/**
 * The outcome of the work, or a `TimeLimitError` when there is none in time; the work itself is not stopped. While the
 * event loop is blocked no question goes out and no answer comes in: such time is given again, up to three times.
 */
export function withinLimit<T>(work: Promise<T>, limitMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const wait = (extensions: number): void => {
      const dueAt = performance.now() + limitMs;
      timer = setTimeout(() => {
        if (performance.now() - dueAt > lateMs && extensions < mostExtensions) wait(extensions + 1);
        // Timers run before sockets are read: an answer that already lies there still counts.
        else setImmediate(reject, new TimeLimitError(limitMs));
      }, limitMs);
    };
    const settle =
      <V>(outcome: (value: V) => void) =>
      (value: V): void => {
        clearTimeout(timer);
        outcome(value);
      };
    wait(0);
    work.then(settle(resolve), settle(reject));
  });
}
