import { BadUserInputError } from '../../platform/errors/coded-error.js';
import { tmdbIdOf } from '../../platform/graphql/nodes/global-id.js';
import type { LibraryFilter } from './shelf.args.js';

/** A filter as it is applied: all but the genre by SQL. Null is no condition. */
export interface ShelfConditions {
  /** 1 to 20. */
  readonly minHalfPoints: number | null;
  readonly maxHalfPoints: number | null;
  readonly isWatched: boolean | null;
  /** TMDb's number. */
  readonly genreId: number | null;
}

/** @throws BadUserInputError for a rating out of range, or an ID that is none of a genre. */
export function conditionsOf(filter: LibraryFilter | null | undefined): ShelfConditions {
  const { minRating = null, maxRating = null, isWatched = null, genreId = null } = filter ?? {};
  return {
    minHalfPoints: minRating === null ? null : Math.ceil(rating(minRating, 'minRating') * 2),
    maxHalfPoints: maxRating === null ? null : Math.floor(rating(maxRating, 'maxRating') * 2),
    isWatched,
    genreId: genreId === null ? null : tmdbIdOf(genreId, 'Genre'),
  };
}

function rating(value: number, name: string): number {
  if (value < 0 || value > 10) throw new BadUserInputError(`\`filter.${name}\` is ${value}; it goes from 0 to 10.`);
  return value;
}
