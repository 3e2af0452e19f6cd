import type { OnApplicationShutdown } from '@nestjs/common';
import {
  type DiscoverFilter,
  discoverMoviesRequest,
  movieChangesRequest,
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
import type { WireCollection, WireCollectionImages, WireCollectionList } from './wire/collection.wire.js';
import type { WireFind } from './wire/find.wire.js';
import type { WireMovieChanges } from './wire/movie-changes.wire.js';
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
 * TMDb's catalogue in its own words (wire types), one method a question. Methods about one thing answer null where TMDb
 * has no such thing, and without a call for a number that can't be one of its own. Lists, searches and reference data
 * are always there: that TMDb says otherwise is a failure, never an empty list.
 *
 * Every method rejects with an `UpstreamError` when TMDb gives nothing usable in time, and with `RangeError` for a page
 * outside 1 to 500.
 */
export class TmdbClient implements OnApplicationShutdown {
  readonly #transport: TmdbTransport;

  constructor(transport: TmdbTransport) {
    this.#transport = transport;
  }

  /** How many calls wait for their turn, and how many are under way. */
  get load(): TmdbTransport['load'] {
    return this.#transport.load;
  }

  /** Why TMDb is left alone, but for probes; null while it is not. */
  get refusal(): TmdbTransport['refusal'] {
    return this.#transport.refusal;
  }

  /** A film with the parts asked for; a part of it that did not come is null, and told to operators. */
  movie(id: number, params: MovieParams): Promise<WireMovieDetail | null> {
    return this.#findWithParts(movieRequest(id, params), params.append);
  }

  movieList(list: MovieListName, params: RegionalPageParams): Promise<WireMovieList> {
    return this.#get(() => movieListRequest(list, params));
  }

  trendingMovies(window: TrendingWindow, params: PageParams): Promise<WireMovieList> {
    return this.#get(() => trendingMoviesRequest(window, params));
  }

  /** `filter` goes out as it is, over `include_adult=false`. */
  discoverMovies(filter: DiscoverFilter, params: RegionalPageParams): Promise<WireMovieList> {
    return this.#get(() => discoverMoviesRequest(filter, params));
  }

  movieRecommendations(id: number, params: PageParams): Promise<WireMovieList | null> {
    return this.#find(() => relatedMoviesRequest(id, 'recommendations', params));
  }

  movieSimilar(id: number, params: PageParams): Promise<WireMovieList | null> {
    return this.#find(() => relatedMoviesRequest(id, 'similar', params));
  }

  movieReviews(id: number, params: PageParams): Promise<WireReviewList | null> {
    return this.#find(() => movieReviewsRequest(id, params));
  }

  /** The films that changed in the last 24 hours, 100 a page, without a word on when and how. */
  movieChanges(page: number): Promise<WireMovieChanges> {
    return this.#get(() => movieChangesRequest(page));
  }

  searchMovies(params: MovieSearchParams): Promise<WireMovieList> {
    return this.#get(() => searchMoviesRequest(params));
  }

  searchPeople(params: SearchParams): Promise<WirePersonList> {
    return this.#get(() => searchPeopleRequest(params));
  }

  searchCollections(params: CollectionSearchParams): Promise<WireCollectionList> {
    return this.#get(() => searchCollectionsRequest(params));
  }

  searchKeywords(params: PlainSearchParams): Promise<WireKeywordList> {
    return this.#get(() => searchKeywordsRequest(params));
  }

  searchCompanies(params: PlainSearchParams): Promise<WireCompanyList> {
    return this.#get(() => searchCompaniesRequest(params));
  }

  /** Films and people in one order; a page may hold fewer than 20, for series are left out. */
  searchMulti(params: SearchParams): Promise<WireMultiList> {
    return this.#get(() => searchMultiRequest(params));
  }

  /** By an IMDb ID, `tt…` or `nm…`; rejects with `RangeError` for anything else. */
  find(imdbId: string, language: string): Promise<WireFind> {
    return this.#get(() => findRequest(imdbId, language));
  }

  /** A person with the parts asked for, as `movie`. */
  person(id: number, params: PersonParams): Promise<WirePerson | null> {
    return this.#findWithParts(personRequest(id, params), params.append);
  }

  popularPeople(params: PageParams): Promise<WirePersonList> {
    return this.#get(() => popularPeopleRequest(params));
  }

  trendingPeople(window: TrendingWindow, params: PageParams): Promise<WirePersonList> {
    return this.#get(() => trendingPeopleRequest(window, params));
  }

  collection(id: number, language: string): Promise<WireCollection | null> {
    return this.#find(() => collectionRequest(id, language));
  }

  collectionImages(id: number, languages: readonly (string | null)[]): Promise<WireCollectionImages | null> {
    return this.#find(() => collectionImagesRequest(id, languages));
  }

  keyword(id: number): Promise<WireKeyword | null> {
    return this.#find(() => keywordRequest(id));
  }

  company(id: number): Promise<WireCompany | null> {
    return this.#find(() => companyRequest(id));
  }

  movieGenres(language: string): Promise<WireGenres> {
    return this.#get(() => movieGenresRequest(language));
  }

  watchProviders(params: WatchProvidersParams): Promise<WireProviders> {
    return this.#get(() => watchProvidersRequest(params));
  }

  movieCertifications(): Promise<WireCertifications> {
    return this.#get(() => movieCertificationsRequest());
  }

  languages(): Promise<WireLanguage[]> {
    return this.#get(() => languagesRequest());
  }

  countries(language: string): Promise<WireCountry[]> {
    return this.#get(() => countriesRequest(language));
  }

  onApplicationShutdown(): void {
    this.#transport.close();
  }

  /** Answers null without a call for what can't be asked for. */
  async #find<T>(request: () => TmdbRequest<T> | null): Promise<T | null> {
    const asked = request();
    return asked === null ? null : this.#transport.find(asked.path, asked.query, asked.shape);
  }

  async #findWithParts<Name extends string, T extends Readonly<Record<Name, unknown>>>(
    request: TmdbRequest<T> | null,
    parts: readonly Name[],
  ): Promise<T | null> {
    const body = await this.#find(() => request);
    const missing = body === null ? [] : parts.filter((name) => body[name] === null);
    if (request !== null && missing.length > 0) this.#transport.noteMissingParts(request.path, missing);
    return body;
  }

  async #get<T>(request: () => TmdbRequest<T>): Promise<T> {
    const { path, query, shape } = request();
    return this.#transport.get(path, query, shape);
  }
}
