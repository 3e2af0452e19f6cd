import { isTmdbId } from '../../platform/graphql/nodes/tmdb-id.js';
import { tmdbPath } from '../transport/tmdb-path.js';
import {
  type PersonPart,
  type WirePerson,
  wirePerson,
  type WirePersonList,
  wirePersonList,
} from '../wire/person.wire.js';
import type { TrendingWindow } from './movie-requests.js';
import { commaList, type PageParams, pageQuery, type TmdbRequest } from './tmdb-request.js';

export interface PersonParams {
  readonly language: string;
  readonly append: readonly PersonPart[];
}

const trendingPaths = {
  day: tmdbPath`/trending/person/day`,
  week: tmdbPath`/trending/person/week`,
} as const satisfies Record<TrendingWindow, unknown>;

export function personRequest(id: number, { language, append }: PersonParams): TmdbRequest<WirePerson> | null {
  if (!isTmdbId(id)) return null;
  const query = { language, append_to_response: commaList(append) };
  return { path: tmdbPath`/person/${id}`, query, shape: wirePerson };
}

export function popularPeopleRequest(params: PageParams): TmdbRequest<WirePersonList> {
  const query = { language: params.language, ...pageQuery(params) };
  return { path: tmdbPath`/person/popular`, query, shape: wirePersonList };
}

export function trendingPeopleRequest(window: TrendingWindow, params: PageParams): TmdbRequest<WirePersonList> {
  const query = { language: params.language, ...pageQuery(params) };
  return { path: trendingPaths[window], query, shape: wirePersonList };
}
