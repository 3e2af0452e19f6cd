export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';

  constructor(limitMs: number) {
    super(`No answer within ${limitMs} ms`);
  }
}

/** The outcome of the work, or a `TimeLimitError` when there is none in time; the work itself is not stopped. */
export function withinLimit<T>(work: Promise<T>, limitMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    // After a blocked event loop, timers run before sockets are read: an answer that already lies there still counts.
    const timer = setTimeout(() => setImmediate(reject, new TimeLimitError(limitMs)), limitMs);
    const settle =
      <V>(outcome: (value: V) => void) =>
      (value: V): void => {
        clearTimeout(timer);
        outcome(value);
      };
    work.then(settle(resolve), settle(reject));
  });
}
