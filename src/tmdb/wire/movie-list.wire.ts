import { z } from 'zod';
import { count, decimal, flag, id, ids, rowsById, text } from './fields.js';
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
  vote_average: decimal,
  vote_count: count,
};

export const wireMovie = z.object({ ...movieFields, genre_ids: ids });

/** A film as lists, searches and recommendations give it. */
export type WireMovie = z.infer<typeof wireMovie>;

export const wireMovieList = pagedList(rowsById(wireMovie));

/** A page of films. */
export type WireMovieList = z.infer<typeof wireMovieList>;
