import { z } from 'zod';
import { count, decimal, flag, id, key, part, rowsById, rowsByKey, text, texts } from './fields.js';
import { imageRows } from './images.wire.js';
import { wireMovie } from './movie-list.wire.js';
import { wireExternalIds } from './movie-parts.wire.js';
import { pagedList } from './paged-list.js';

const personFields = {
  id,
  adult: flag,
  softcore: flag,
  /** 0 not set, 1 female, 2 male, 3 non-binary. */
  gender: count,
  known_for_department: text,
  name: text,
  popularity: decimal,
  profile_path: text,
};

export const wirePersonSummary = z.object({ ...personFields, original_name: text });

export const wirePersonList = pagedList(rowsById(wirePersonSummary));
export type WirePersonList = z.infer<typeof wirePersonList>;

const wireMovieCredits = z.object({
  cast: rowsById(wireMovie.extend({ character: text })),
  crew: rowsById(wireMovie.extend({ department: text, job: text })),
});
export type WireMovieCredits = z.infer<typeof wireMovieCredits>;

const wirePersonTranslations = z.object({
  translations: rowsByKey(
    'iso_639_1',
    z.object({ iso_639_1: key, iso_3166_1: text, data: part(z.object({ biography: text })) }),
  ),
});
export type WirePersonTranslations = z.infer<typeof wirePersonTranslations>;

/** What can be fetched along with a person; a part that was not asked for, or did not come, is null. */
export const personParts = {
  external_ids: part(wireExternalIds),
  images: part(z.object({ profiles: imageRows })),
  movie_credits: part(wireMovieCredits),
  translations: part(wirePersonTranslations),
};

export type PersonPart = keyof typeof personParts;

export const wirePerson = z.object({
  ...personFields,
  also_known_as: texts,
  biography: text,
  /** `YYYY-MM-DD`, like `deathday`. */
  birthday: text,
  deathday: text,
  homepage: text,
  imdb_id: text,
  place_of_birth: text,
  ...personParts,
});

/** A person in full. */
export type WirePerson = z.infer<typeof wirePerson>;
