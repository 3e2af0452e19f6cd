import type { Catalogue } from '../catalogue/model.js';
import type { ChangedFilm } from './film-changes.js';

/** A request that passed the door: what a route needs to answer it. */
export interface ApiRequest {
  /** The values of a pattern's `{names}`, decoded. */
  params: Readonly<Record<string, string>>;
  /** The last value of each query parameter. */
  query: Readonly<Record<string, string>>;
  catalogue: Catalogue;
  now: Date;
  /** The last changed first. */
  changedFilms: readonly ChangedFilm[];
  /** Where the pictures are, such as `http://127.0.0.1:8080/t/p`. */
  imageUrl: string;
}

/** Answers the JSON body of a path, or throws a `TmdbError`. */
export type Handler = (request: ApiRequest) => unknown;

/** A path pattern without `/3`, such as `/movie/{id}/credits`, and what answers it. Earlier routes win. */
export type Route = readonly [pattern: string, handler: Handler];
