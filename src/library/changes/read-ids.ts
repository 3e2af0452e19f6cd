import { parseGlobalId } from '../../platform/graphql/nodes/global-id.js';
import { isTmdbId } from '../../platform/graphql/nodes/tmdb-id.js';
import { isUuid } from '../../platform/graphql/nodes/uuid.js';
import type { InputIssues } from '../../platform/input/input-issues.js';
import type { FilmInput } from './film.inputs.js';
import type { NamedFilm } from './library-change.js';

/** The film that an input names; null unless it does so in exactly one way. It may be one that there is not. */
export function readFilm({ movieId, tmdbId }: FilmInput, issues: InputIssues): NamedFilm | null {
  const isByNumber = typeof tmdbId === 'number';
  if (typeof movieId !== 'string') {
    if (isByNumber) return { tmdbId, field: 'tmdbId' };
    return issues.add('movieId', 'REQUIRED', 'Name the film by `movieId` or `tmdbId`.');
  }
  if (isByNumber) return issues.add('movieId', 'INVALID', 'Name the film by `movieId` or `tmdbId`, not by both.');
  const key = readKey('movieId', movieId, 'Movie', issues, isTmdbId);
  return key === null ? null : { tmdbId: Number(key), field: 'movieId' };
}

/** The UUID behind a global ID of the type; null when it is none. */
export function readId(field: string, id: string, type: string, issues: InputIssues): string | null {
  return readKey(field, id, type, issues, isUuid);
}

function readKey(
  field: string,
  id: string,
  type: string,
  issues: InputIssues,
  isKey: (key: string) => boolean,
): string | null {
  const parsed = parseGlobalId(id);
  if (parsed?.type === type && isKey(parsed.key)) return parsed.key;
  return issues.add(field, 'INVALID', `\`${field}\` is not the ID of a ${type}.`);
}
