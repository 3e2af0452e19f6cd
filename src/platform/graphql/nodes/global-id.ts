import { BadUserInputError } from '../../errors/coded-error.js';
import { isTmdbId } from './tmdb-id.js';

/** The parts of a global ID: the GraphQL type and the key within it. */
export interface GlobalId {
  readonly type: string;
  readonly key: string;
}

/** An opaque ID that is unique across all types, such as that of `Movie` and `550`. */
export function toGlobalId(type: string, key: string | number): string {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}

/** Null for a text that `toGlobalId` never made. */
export function parseGlobalId(id: string): GlobalId | null {
  if (id.length > 200) return null;
  const [, type, key] = /^([A-Z][A-Za-z]*):([\w./-]+)$/.exec(Buffer.from(id, 'base64url').toString()) ?? [];
  return type !== undefined && key !== undefined && toGlobalId(type, key) === id ? { type, key } : null;
}

/**
 * The key behind the ID of one type.
 *
 * @throws BadUserInputError when the text is no global ID, or one of another type.
 */
function keyOfGlobalId(id: string, type: string): string {
  const parsed = parseGlobalId(id);
  if (parsed === null) throw new BadUserInputError(`"${id.slice(0, 80)}" is not a global ID of this API.`);
  if (parsed.type !== type) throw new BadUserInputError(`"${id}" is the ID of a ${parsed.type}, not of a ${type}.`);
  return parsed.key;
}

/** TMDb's number behind the ID of one type, such as 550; see `keyOfGlobalId`. */
export function tmdbIdOf(id: string, type: string): number {
  const key = keyOfGlobalId(id, type);
  if (!isTmdbId(key)) throw new BadUserInputError(`"${id}" is not the ID of a ${type}.`);
  return Number(key);
}
