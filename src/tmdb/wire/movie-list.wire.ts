import { z } from 'zod';
import { count, decimal, flag, id, ids, part, rowsById, text } from './fields.js';
import { pagedList } from './paged-list.js';

/** What all bodies say of a film. Text that TMDb leaves empty is null. */
export const movieFields = {
  id,
  adult: flag,
  softcore: flag,
  backdrop_path: text,
  original_language: text,
  original_title: text,
  overview: text,
  popularity: decimal,
  poster_path: text,
  release_date: text,
  title: text,
  video: flag,
  vote_average: decimal,
  vote_count: count,
};

export const wireMovie = z.object({ ...movieFields, genre_ids: ids, media_type: text });

/** A film as lists, searches and recommendations give it. */
export type WireMovie = z.infer<typeof wireMovie>;

/** Rows of films; where films and series are mixed the series are left out. */
export const movieRows = rowsById(wireMovie).transform((rows) => rows.filter(isMovie));

export const wireMovieList = pagedList(rowsById(wireMovie)).extend({
  /** Only of now_playing and upcoming. */
  dates: part(z.object({ minimum: text, maximum: text })),
});

/** A page of films. */
export type WireMovieList = z.infer<typeof wireMovieList>;

function isMovie({ media_type }: WireMovie): boolean {
  return media_type === null || media_type === 'movie';
}
