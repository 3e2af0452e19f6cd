import { z } from 'zod';
import { id, rowsById } from './fields.js';
import { pagedList } from './paged-list.js';

/** A page of at most 100 films that changed: each once in the list, whenever and however often it did. */
export const wireMovieChanges = pagedList(rowsById(z.object({ id })));
export type WireMovieChanges = z.infer<typeof wireMovieChanges>;
