import type { Film } from '../../catalogue/model.js';
import type { ApiRequest, Route } from '../api-request.js';
import { listMovie } from '../bodies/list-movie.js';
import { discoverFilms } from '../discover/discover-films.js';
import { languageOf } from '../localise.js';
import { pageOf } from '../paging.js';

const NOW_PLAYING_COUNT = 40;
const UPCOMING_DAYS = 28;
const TOP_RATED_MIN_VOTES = 300;

/** The four standing lists and discovery. */
export const movieListRoutes: readonly Route[] = [
  ['/movie/popular', (request) => moviePage(request, visible(request))],
  ['/movie/top_rated', (request) => moviePage(request, topRated(request))],
  ['/movie/now_playing', nowPlaying],
  ['/movie/upcoming', upcoming],
  ['/discover/movie', (request) => moviePage(request, discoverFilms(request.catalogue, request.query))],
];

/** A page of films as list items, in the query's language and region. */
export function moviePage({ query }: ApiRequest, films: readonly Film[]) {
  const language = languageOf(query);
  return pageOf(films, query, (film) => listMovie(film, language, query['region']));
}

/** What a list may show: no adult films, no videos, and with `region` only what came out there; most popular first. */
function visible({ catalogue, query: { region } }: ApiRequest): Film[] {
  return discoverFilms(catalogue, region ? { region } : {});
}

function topRated(request: ApiRequest): Film[] {
  return visible(request)
    .filter(({ voteCount }) => voteCount >= TOP_RATED_MIN_VOTES)
    .toSorted((one, other) => other.voteAverage - one.voteAverage);
}

// The catalogue is of all times, so the newest films stand in for those in the cinemas.
function nowPlaying(request: ApiRequest) {
  const today = isoDate(request.now);
  const newest = visible(request)
    .filter(({ record }) => record.released !== '' && record.released <= today)
    .toSorted((one, other) => other.record.released.localeCompare(one.record.released))
    .slice(0, NOW_PLAYING_COUNT);
  const minimum = newest.at(-1)?.record.released ?? today;
  const films = newest.toSorted((one, other) => other.popularity - one.popularity);
  return { dates: { maximum: today, minimum }, ...moviePage(request, films) };
}

function upcoming(request: ApiRequest) {
  const minimum = isoDate(new Date(request.now.getTime() + 86_400_000));
  const maximum = isoDate(new Date(request.now.getTime() + UPCOMING_DAYS * 86_400_000));
  const films = visible(request).filter(({ record }) => record.released >= minimum && record.released <= maximum);
  return { dates: { maximum, minimum }, ...moviePage(request, films) };
}

function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}
