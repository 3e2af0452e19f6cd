import { z } from 'zod';
import { count, decimal, id, part, rowsById, rowsByKey, text, texts, key } from './fields.js';
import { movieFields, wireMovieList } from './movie-list.wire.js';
import {
  wireAlternativeTitles,
  wireCredits,
  wireExternalIds,
  wireKeywords,
  wireMovieImages,
  wireReleaseDates,
  wireTranslations,
  wireVideos,
  wireWatchProviders,
} from './movie-parts.wire.js';
import { wireReviewList } from './reviews.wire.js';

/** What can be fetched along with a film; a part that was not asked for, or did not come, is null. */
export const movieParts = {
  alternative_titles: part(wireAlternativeTitles),
  credits: part(wireCredits),
  external_ids: part(wireExternalIds),
  images: part(wireMovieImages),
  keywords: part(wireKeywords),
  recommendations: part(wireMovieList),
  release_dates: part(wireReleaseDates),
  reviews: part(wireReviewList),
  similar: part(wireMovieList),
  translations: part(wireTranslations),
  videos: part(wireVideos),
  'watch/providers': part(wireWatchProviders),
};

export type MoviePart = keyof typeof movieParts;

/** A film in full. TMDb writes 0 for an unknown `budget`, `revenue` or `runtime`. */
export const wireMovieDetail = z.object({
  ...movieFields,
  belongs_to_collection: part(z.object({ id, name: text, poster_path: text, backdrop_path: text })),
  /** US dollars. */
  budget: decimal,
  genres: rowsById(z.object({ id, name: text })),
  homepage: text,
  imdb_id: text,
  origin_country: texts,
  production_companies: rowsById(z.object({ id, name: text, logo_path: text, origin_country: text })),
  production_countries: rowsByKey('iso_3166_1', z.object({ iso_3166_1: key, name: text })),
  /** US dollars; passes 2^31. */
  revenue: decimal,
  /** Minutes. */
  runtime: count,
  spoken_languages: rowsByKey('iso_639_1', z.object({ iso_639_1: key, english_name: text, name: text })),
  status: text,
  tagline: text,
  ...movieParts,
});

export type WireMovieDetail = z.infer<typeof wireMovieDetail>;
