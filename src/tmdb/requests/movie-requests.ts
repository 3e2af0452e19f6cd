import { isTmdbId } from '../../platform/graphql/nodes/tmdb-id.js';
import { tmdbPath } from '../transport/tmdb-path.js';
import { type WireMovieChanges, wireMovieChanges } from '../wire/movie-changes.wire.js';
import { type MoviePart, type WireMovieDetail, wireMovieDetail } from '../wire/movie-detail.wire.js';
import { type WireMovieList, wireMovieList } from '../wire/movie-list.wire.js';
import { type WireReviewList, wireReviewList } from '../wire/reviews.wire.js';
import { commaList, type PageParams, pageQuery, type TmdbRequest } from './tmdb-request.js';

export type MovieListName = 'popular' | 'top_rated' | 'now_playing' | 'upcoming';
export type TrendingWindow = 'day' | 'week';

/** Parameters of `/discover/movie` by TMDb's names, without page, language and region. */
export type DiscoverFilter = Readonly<Record<string, string | number | boolean>>;

export interface RegionalPageParams extends PageParams {
  /** ISO 3166-1. */
  readonly region?: string | undefined;
}

export interface MovieParams {
  readonly language: string;
  readonly append: readonly MoviePart[];
  /** Of posters, backdrops and logos; null asks for those without words. */
  readonly imageLanguages?: readonly (string | null)[] | undefined;
  readonly videoLanguages?: readonly string[] | undefined;
}

const listPaths = {
  popular: tmdbPath`/movie/popular`,
  top_rated: tmdbPath`/movie/top_rated`,
  now_playing: tmdbPath`/movie/now_playing`,
  upcoming: tmdbPath`/movie/upcoming`,
} as const satisfies Record<MovieListName, unknown>;

const trendingPaths = {
  day: tmdbPath`/trending/movie/day`,
  week: tmdbPath`/trending/movie/week`,
} as const satisfies Record<TrendingWindow, unknown>;

export function movieRequest(id: number, params: MovieParams): TmdbRequest<WireMovieDetail> | null {
  if (!isTmdbId(id)) return null;
  return {
    path: tmdbPath`/movie/${id}`,
    query: {
      language: params.language,
      append_to_response: commaList(params.append),
      include_image_language: commaList(params.imageLanguages),
      include_video_language: commaList(params.videoLanguages),
    },
    shape: wireMovieDetail,
  };
}

export function movieListRequest(list: MovieListName, params: RegionalPageParams): TmdbRequest<WireMovieList> {
  const { language, region } = params;
  return { path: listPaths[list], query: { language, region, ...pageQuery(params) }, shape: wireMovieList };
}

export function trendingMoviesRequest(window: TrendingWindow, params: PageParams): TmdbRequest<WireMovieList> {
  const query = { language: params.language, ...pageQuery(params) };
  return { path: trendingPaths[window], query, shape: wireMovieList };
}

export function discoverMoviesRequest(filter: DiscoverFilter, params: RegionalPageParams): TmdbRequest<WireMovieList> {
  const { language, region } = params;
  return {
    path: tmdbPath`/discover/movie`,
    query: { include_adult: false, ...filter, language, region, ...pageQuery(params) },
    shape: wireMovieList,
  };
}

export function relatedMoviesRequest(
  id: number,
  relation: 'recommendations' | 'similar',
  params: PageParams,
): TmdbRequest<WireMovieList> | null {
  const query = { language: params.language, ...pageQuery(params) };
  if (!isTmdbId(id)) return null;
  const path = relation === 'similar' ? tmdbPath`/movie/${id}/similar` : tmdbPath`/movie/${id}/recommendations`;
  return { path, query, shape: wireMovieList };
}

export function movieReviewsRequest(id: number, params: PageParams): TmdbRequest<WireReviewList> | null {
  const query = { language: params.language, ...pageQuery(params) };
  if (!isTmdbId(id)) return null;
  return { path: tmdbPath`/movie/${id}/reviews`, query, shape: wireReviewList };
}

/** What changed in the last 24 hours. */
export function movieChangesRequest(page: number): TmdbRequest<WireMovieChanges> {
  return { path: tmdbPath`/movie/changes`, query: pageQuery({ page }), shape: wireMovieChanges };
}
