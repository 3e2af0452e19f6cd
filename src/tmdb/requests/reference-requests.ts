import { isTmdbId } from '../../platform/graphql/nodes/tmdb-id.js';
import { tmdbPath } from '../transport/tmdb-path.js';
import {
  type WireCollection,
  wireCollection,
  type WireCollectionImages,
  wireCollectionImages,
} from '../wire/collection.wire.js';
import {
  type WireCertifications,
  wireCertifications,
  type WireCompany,
  wireCompany,
  wireCountries,
  type WireCountry,
  type WireGenres,
  wireGenres,
  type WireLanguage,
  wireLanguages,
  type WireProviders,
  wireProviders,
} from '../wire/reference.wire.js';
import { type WireKeyword, wireKeyword } from '../wire/search.wire.js';
import { commaList, type TmdbRequest } from './tmdb-request.js';

export interface WatchProvidersParams {
  /** ISO 3166-1. */
  readonly region: string;
  readonly language: string;
}

export function collectionRequest(id: number, language: string): TmdbRequest<WireCollection> | null {
  return isTmdbId(id) ? { path: tmdbPath`/collection/${id}`, query: { language }, shape: wireCollection } : null;
}

export function collectionImagesRequest(
  id: number,
  languages: readonly (string | null)[],
): TmdbRequest<WireCollectionImages> | null {
  if (!isTmdbId(id)) return null;
  const query = { include_image_language: commaList(languages) };
  return { path: tmdbPath`/collection/${id}/images`, query, shape: wireCollectionImages };
}

export function keywordRequest(id: number): TmdbRequest<WireKeyword> | null {
  return isTmdbId(id) ? { path: tmdbPath`/keyword/${id}`, query: {}, shape: wireKeyword } : null;
}

export function companyRequest(id: number): TmdbRequest<WireCompany> | null {
  return isTmdbId(id) ? { path: tmdbPath`/company/${id}`, query: {}, shape: wireCompany } : null;
}

export function watchProvidersRequest({ region, language }: WatchProvidersParams): TmdbRequest<WireProviders> {
  return {
    path: tmdbPath`/watch/providers/movie`,
    query: { watch_region: region, language },
    shape: wireProviders,
  };
}

export function movieGenresRequest(language: string): TmdbRequest<WireGenres> {
  return { path: tmdbPath`/genre/movie/list`, query: { language }, shape: wireGenres };
}

export function movieCertificationsRequest(): TmdbRequest<WireCertifications> {
  return { path: tmdbPath`/certification/movie/list`, query: {}, shape: wireCertifications };
}

export function languagesRequest(): TmdbRequest<WireLanguage[]> {
  return { path: tmdbPath`/configuration/languages`, query: {}, shape: wireLanguages };
}

export function countriesRequest(language: string): TmdbRequest<WireCountry[]> {
  return { path: tmdbPath`/configuration/countries`, query: { language }, shape: wireCountries };
}
