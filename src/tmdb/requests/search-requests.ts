import { tmdbPath } from '../transport/tmdb-path.js';
import { type WireCollectionList, wireCollectionList } from '../wire/collection.wire.js';
import { type WireFind, wireFind } from '../wire/find.wire.js';
import { type WireMovieList, wireMovieList } from '../wire/movie-list.wire.js';
import { type WirePersonList, wirePersonList } from '../wire/person.wire.js';
import {
  type WireCompanyList,
  wireCompanyList,
  type WireKeywordList,
  wireKeywordList,
  type WireMultiList,
  wireMultiList,
} from '../wire/search.wire.js';
import { type PageParams, pageQuery, type TmdbRequest } from './tmdb-request.js';

export interface PlainSearchParams {
  readonly query: string;
  /** 1 to 500. */
  readonly page: number;
}

export interface SearchParams extends PlainSearchParams, PageParams {
  /** False when left out. */
  readonly includeAdult?: boolean | undefined;
}

export interface CollectionSearchParams extends SearchParams {
  /** ISO 3166-1. */
  readonly region?: string | undefined;
}

export interface MovieSearchParams extends CollectionSearchParams {
  /** Of any release of the film. */
  readonly year?: number | undefined;
}

export function searchMoviesRequest(params: MovieSearchParams): TmdbRequest<WireMovieList> {
  const query = { ...searchQuery(params), region: params.region, year: params.year };
  return { path: tmdbPath`/search/movie`, query, shape: wireMovieList };
}

export function searchPeopleRequest(params: SearchParams): TmdbRequest<WirePersonList> {
  return { path: tmdbPath`/search/person`, query: searchQuery(params), shape: wirePersonList };
}

export function searchCollectionsRequest(params: CollectionSearchParams): TmdbRequest<WireCollectionList> {
  const query = { ...searchQuery(params), region: params.region };
  return { path: tmdbPath`/search/collection`, query, shape: wireCollectionList };
}

export function searchMultiRequest(params: SearchParams): TmdbRequest<WireMultiList> {
  return { path: tmdbPath`/search/multi`, query: searchQuery(params), shape: wireMultiList };
}

export function searchKeywordsRequest(params: PlainSearchParams): TmdbRequest<WireKeywordList> {
  const query = { query: params.query, ...pageQuery(params) };
  return { path: tmdbPath`/search/keyword`, query, shape: wireKeywordList };
}

export function searchCompaniesRequest(params: PlainSearchParams): TmdbRequest<WireCompanyList> {
  const query = { query: params.query, ...pageQuery(params) };
  return { path: tmdbPath`/search/company`, query, shape: wireCompanyList };
}

/** @throws RangeError for what is no IMDb ID of a film (`tt…`) or a person (`nm…`), since callers are to check. */
export function findRequest(imdbId: string, language: string): TmdbRequest<WireFind> {
  if (!/^(tt|nm)\d{1,10}$/.test(imdbId)) throw new RangeError('An ID at IMDb is "tt" or "nm" and up to 10 digits');
  return { path: tmdbPath`/find/${imdbId}`, query: { external_source: 'imdb_id', language }, shape: wireFind };
}

function searchQuery({ query, language, includeAdult = false, page }: SearchParams) {
  return { query, include_adult: includeAdult, language, ...pageQuery({ page }) };
}
