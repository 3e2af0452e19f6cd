import { z } from 'zod';
import { id, required, rowsById } from './fields.js';

const numbers = rowsById(z.object({ id }));

/** What an outside ID names; at most one row in all, as a rule. */
export const wireFind = z.object({
  movie_results: required(numbers),
  person_results: numbers,
});

export type WireFind = z.infer<typeof wireFind>;
