import { z } from 'zod';
import { id, rowsById, text } from './fields.js';
import { wireMovie } from './movie-list.wire.js';
import { pagedList } from './paged-list.js';
import { wirePersonSummary } from './person.wire.js';

export const wireKeyword = z.object({ id, name: text });
export type WireKeyword = z.infer<typeof wireKeyword>;

export const wireKeywordList = pagedList(rowsById(wireKeyword));
export type WireKeywordList = z.infer<typeof wireKeywordList>;

const wireCompanySummary = z.object({ id, name: text, logo_path: text, origin_country: text });

export const wireCompanyList = pagedList(rowsById(wireCompanySummary));
export type WireCompanyList = z.infer<typeof wireCompanyList>;

const mediaType = z.object({ media_type: text });
const multiRow = z.discriminatedUnion('media_type', [
  wireMovie.extend({ media_type: z.literal('movie') }),
  wirePersonSummary.extend({ media_type: z.literal('person') }),
]);

/** A film or a person, told apart by `media_type`. */
export type WireMultiResult = z.infer<typeof multiRow>;

const readMultiRow = z.looseObject(mediaType.shape).transform((row) => {
  // Series, and kinds that TMDb may add, are told apart before zod tries the union: they are no errors.
  if (row.media_type !== 'movie' && row.media_type !== 'person') return null;
  return multiRow.safeParse(row).data ?? null;
});

/** A page of films and people in TMDb's order; series are left out. */
export const wireMultiList = pagedList(rowsById(readMultiRow).transform((rows) => rows.filter((row) => row !== null)));
export type WireMultiList = z.infer<typeof wireMultiList>;
