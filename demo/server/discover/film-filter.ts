import type { Film } from '../../catalogue/model.js';
import type { ReferenceRecord } from '../../catalogue/reference-record.js';

/** The query of a discovery, by parameter name. */
export type DiscoverQuery = Readonly<Record<string, string>>;

/** Says of a film whether it stays. */
export type FilmPredicate = (film: Film) => boolean;

/** Reads some of a query's parameters; one that is absent yields no predicate. */
export type FilmFilter = (query: DiscoverQuery, reference: ReferenceRecord) => FilmPredicate[];
