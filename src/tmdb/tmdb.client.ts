import type { OnApplicationShutdown } from '@nestjs/common';
import {
  type DiscoverFilter,
  discoverMoviesRequest,
  type MovieListName,
  movieListRequest,
  type MovieParams,
  movieRequest,
  movieReviewsRequest,
  type RegionalPageParams,
  relatedMoviesRequest,
  trendingMoviesRequest,
  type TrendingWindow,
} from './requests/movie-requests.js';
import {
  type PersonParams,
  personRequest,
  popularPeopleRequest,
  trendingPeopleRequest,
} from './requests/person-requests.js';
import {
  collectionImagesRequest,
  collectionRequest,
  companyRequest,
  countriesRequest,
  keywordRequest,
  languagesRequest,
  movieCertificationsRequest,
  movieGenresRequest,
  type WatchProvidersParams,
  watchProvidersRequest,
} from './requests/reference-requests.js';
import {
  type CollectionSearchParams,
  findRequest,
  type MovieSearchParams,
  type PlainSearchParams,
  searchCollectionsRequest,
  searchCompaniesRequest,
  searchKeywordsRequest,
  searchMoviesRequest,
  searchMultiRequest,
  type SearchParams,
  searchPeopleRequest,
} from './requests/search-requests.js';
import type { PageParams, TmdbRequest } from './requests/tmdb-request.js';
import type { TmdbTransport } from './transport/tmdb-transport.js';
import type { CallOptions } from './transport/upstream-call.js';
import type { WireCollection, WireCollectionImages, WireCollectionList } from './wire/collection.wire.js';
import type { WireFind } from './wire/find.wire.js';
import type { WireMovieDetail } from './wire/movie-detail.wire.js';
import type { WireMovieList } from './wire/movie-list.wire.js';
import type { WirePerson, WirePersonList } from './wire/person.wire.js';
import type {
  WireCertifications,
  WireCompany,
  WireCountry,
  WireGenres,
  WireLanguage,
  WireProviders,
} from './wire/reference.wire.js';
import type { WireReviewList } from './wire/reviews.wire.js';
import type { WireCompanyList, WireKeyword, WireKeywordList, WireMultiList } from './wire/search.wire.js';

/**
 * TMDb's catalogue in its own words (wire types), one method a question. Every method answers null where TMDb has no
 * such thing, and without a call for a number that can't be one of its own.
 *
 * Every method rejects with `UpstreamUnavailableError` when TMDb gives nothing usable, and with `RangeError` for a page
 * outside 1 to 500.
 */
export class TmdbClient implements OnApplicationShutdown {
  readonly #transport: TmdbTransport;

  constructor(transport: TmdbTransport) {
    this.#transport = transport;
  }

  /** A film with the parts asked for; a part of it that did not come is null. */
  movie(id: number, params: MovieParams, options?: CallOptions): Promise<WireMovieDetail | null> {
    return this.#send(() => movieRequest(id, params), options);
  }

  movieList(list: MovieListName, params: RegionalPageParams, options?: CallOptions): Promise<WireMovieList | null> {
    return this.#send(() => movieListRequest(list, params), options);
  }

  trendingMovies(window: TrendingWindow, params: PageParams, options?: CallOptions): Promise<WireMovieList | null> {
    return this.#send(() => trendingMoviesRequest(window, params), options);
  }

  /** `filter` goes out as it is, over `include_adult=false`. */
  discoverMovies(
    filter: DiscoverFilter,
    params: RegionalPageParams,
    options?: CallOptions,
  ): Promise<WireMovieList | null> {
    return this.#send(() => discoverMoviesRequest(filter, params), options);
  }

  movieRecommendations(id: number, params: PageParams, options?: CallOptions): Promise<WireMovieList | null> {
    return this.#send(() => relatedMoviesRequest(id, 'recommendations', params), options);
  }

  movieSimilar(id: number, params: PageParams, options?: CallOptions): Promise<WireMovieList | null> {
    return this.#send(() => relatedMoviesRequest(id, 'similar', params), options);
  }

  movieReviews(id: number, params: PageParams, options?: CallOptions): Promise<WireReviewList | null> {
    return this.#send(() => movieReviewsRequest(id, params), options);
  }

  searchMovies(params: MovieSearchParams, options?: CallOptions): Promise<WireMovieList | null> {
    return this.#send(() => searchMoviesRequest(params), options);
  }

  searchPeople(params: SearchParams, options?: CallOptions): Promise<WirePersonList | null> {
    return this.#send(() => searchPeopleRequest(params), options);
  }

  searchCollections(params: CollectionSearchParams, options?: CallOptions): Promise<WireCollectionList | null> {
    return this.#send(() => searchCollectionsRequest(params), options);
  }

  searchKeywords(params: PlainSearchParams, options?: CallOptions): Promise<WireKeywordList | null> {
    return this.#send(() => searchKeywordsRequest(params), options);
  }

  searchCompanies(params: PlainSearchParams, options?: CallOptions): Promise<WireCompanyList | null> {
    return this.#send(() => searchCompaniesRequest(params), options);
  }

  /** Films and people in one order; a page may hold fewer than 20, for series are left out. */
  searchMulti(params: SearchParams, options?: CallOptions): Promise<WireMultiList | null> {
    return this.#send(() => searchMultiRequest(params), options);
  }

  /** By an IMDb ID, `tt…` or `nm…`; null without a call for anything else. */
  find(imdbId: string, language: string, options?: CallOptions): Promise<WireFind | null> {
    return this.#send(() => findRequest(imdbId, language), options);
  }

  /** A person with the parts asked for; a part that did not come is null. */
  person(id: number, params: PersonParams, options?: CallOptions): Promise<WirePerson | null> {
    return this.#send(() => personRequest(id, params), options);
  }

  popularPeople(params: PageParams, options?: CallOptions): Promise<WirePersonList | null> {
    return this.#send(() => popularPeopleRequest(params), options);
  }

  trendingPeople(window: TrendingWindow, params: PageParams, options?: CallOptions): Promise<WirePersonList | null> {
    return this.#send(() => trendingPeopleRequest(window, params), options);
  }

  collection(id: number, language: string, options?: CallOptions): Promise<WireCollection | null> {
    return this.#send(() => collectionRequest(id, language), options);
  }

  collectionImages(
    id: number,
    languages: readonly (string | null)[],
    options?: CallOptions,
  ): Promise<WireCollectionImages | null> {
    return this.#send(() => collectionImagesRequest(id, languages), options);
  }

  keyword(id: number, options?: CallOptions): Promise<WireKeyword | null> {
    return this.#send(() => keywordRequest(id), options);
  }

  company(id: number, options?: CallOptions): Promise<WireCompany | null> {
    return this.#send(() => companyRequest(id), options);
  }

  movieGenres(language: string, options?: CallOptions): Promise<WireGenres | null> {
    return this.#send(() => movieGenresRequest(language), options);
  }

  watchProviders(params: WatchProvidersParams, options?: CallOptions): Promise<WireProviders | null> {
    return this.#send(() => watchProvidersRequest(params), options);
  }

  movieCertifications(options?: CallOptions): Promise<WireCertifications | null> {
    return this.#send(() => movieCertificationsRequest(), options);
  }

  languages(options?: CallOptions): Promise<WireLanguage[] | null> {
    return this.#send(() => languagesRequest(), options);
  }

  countries(language: string, options?: CallOptions): Promise<WireCountry[] | null> {
    return this.#send(() => countriesRequest(language), options);
  }

  onApplicationShutdown(): void {
    this.#transport.close();
  }

  async #send<T>(request: () => TmdbRequest<T> | null, options?: CallOptions): Promise<T | null> {
    const asked = request();
    return asked === null ? null : this.#transport.get(asked.path, asked.query, asked.shape, options);
  }
}
