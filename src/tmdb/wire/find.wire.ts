import { z } from 'zod';
import { required, rowsById } from './fields.js';
import { wireMovie } from './movie-list.wire.js';
import { wirePersonSummary } from './person.wire.js';

/** What an outside ID names; at most one row in all, as a rule. */
export const wireFind = z.object({
  movie_results: required(rowsById(wireMovie)),
  person_results: rowsById(wirePersonSummary),
});

export type WireFind = z.infer<typeof wireFind>;
