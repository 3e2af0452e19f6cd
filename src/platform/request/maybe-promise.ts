/** A value at once, or later: what is at hand is not made to wait, which a list of films pays for each field of each. */
export type MaybePromise<T> = T | Promise<T>;

/** Makes something of a value, as soon as it is there. */
export function mapMaybe<T, R>(value: MaybePromise<T>, map: (value: T) => MaybePromise<R>): MaybePromise<R> {
  return isPromise(value) ? value.then(map) : map(value);
}

/** All of them, once the last is there; at once where all are. */
export function allMaybe<T>(values: readonly MaybePromise<T>[]): MaybePromise<readonly T[]> {
  const waits = values.some((value) => isPromise(value));
  return waits ? Promise.all(values.map(async (value) => value)) : (values as readonly T[]);
}

/** Whether it has to be waited for. Libraries have promises of their own, so that their class says nothing. */
export function isPromise<T>(value: MaybePromise<T>): value is Promise<T> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
