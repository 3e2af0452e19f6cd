import { z } from 'zod';
import { flag, id, rowsById, text } from './fields.js';
import { imageRows } from './images.wire.js';
import { wireMovie } from './movie-list.wire.js';
import { pagedList } from './paged-list.js';

const collectionFields = {
  id,
  adult: flag,
  softcore: flag,
  name: text,
  poster_path: text,
  backdrop_path: text,
};

const wireCollectionSummary = z.object(collectionFields);

export const wireCollectionList = pagedList(rowsById(wireCollectionSummary));
export type WireCollectionList = z.infer<typeof wireCollectionList>;

/** A part's title comes as `title` or, in some bodies, as `name`. */
const wireCollectionPart = wireMovie
  .extend({ name: text, original_name: text })
  .transform(({ name, original_name, ...movie }) => ({
    ...movie,
    title: movie.title ?? name,
    original_title: movie.original_title ?? original_name,
  }));

export const wireCollection = z.object({ ...collectionFields, overview: text, parts: rowsById(wireCollectionPart) });
export type WireCollection = z.infer<typeof wireCollection>;

export const wireCollectionImages = z.object({ id, backdrops: imageRows, posters: imageRows });
export type WireCollectionImages = z.infer<typeof wireCollectionImages>;
