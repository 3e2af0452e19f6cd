import type { ApiRequest } from './api-request.js';
import { TmdbError } from './tmdb-error.js';

/** The entry that a path's `{id}` names. Throws code 6 when it is not a number and 34 when nothing has it. */
export function lookUp<T>(entries: ReadonlyMap<number, T>, request: ApiRequest): T {
  const id = request.params['id'] ?? '';
  if (!/^\d+$/.test(id)) throw new TmdbError(6);
  const entry = entries.get(Number(id));
  if (entry === undefined) throw new TmdbError(34);
  return entry;
}
