import { z } from 'zod';
import { count, required } from './fields.js';

/** A page of at most 20 rows. `total_pages` may be far over 500, the last page that TMDb gives. */
export function pagedList<Rows extends z.ZodType>(rows: Rows) {
  return z.object({ results: required(rows), total_pages: count, total_results: count });
}
