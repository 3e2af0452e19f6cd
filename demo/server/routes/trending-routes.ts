import type { Film, Person } from '../../catalogue/model.js';
import { seededRandom } from '../../catalogue/seeded-random.js';
import type { ApiRequest, Route } from '../api-request.js';
import { mediaMovie } from '../bodies/list-movie.js';
import { mediaPerson } from '../bodies/person-bodies.js';
import { discoverFilms } from '../discover/discover-films.js';
import { languageOf } from '../localise.js';
import { pageOf } from '../paging.js';

const DAY_MS = 86_400_000;

/** What is talked about today and this week; the order changes with the day and the week. */
export const trendingRoutes: readonly Route[] = (['day', 'week'] as const).flatMap((window): Route[] => [
  [`/trending/movie/${window}`, (request) => trendingPage(request, window, filmsOf(request))],
  [`/trending/person/${window}`, (request) => trendingPage(request, window, peopleOf(request))],
  [`/trending/all/${window}`, (request) => trendingPage(request, window, [...filmsOf(request), ...peopleOf(request)])],
]);

function trendingPage(request: ApiRequest, window: 'day' | 'week', entries: readonly (Film | Person)[]) {
  const language = languageOf(request.query);
  const period = Math.floor(request.now.getTime() / (window === 'day' ? DAY_MS : 7 * DAY_MS));
  const heat = new Map(
    entries.map((entry) => [entry, entry.popularity * seededRandom(`${window} ${period} ${entry.id}`)()]),
  );
  const hottest = entries.toSorted((one, other) => (heat.get(other) ?? 0) - (heat.get(one) ?? 0));
  return pageOf(hottest, request.query, (entry) =>
    'record' in entry && 'originalTitle' in entry ? mediaMovie(entry, language) : mediaPerson(entry, language),
  );
}

function filmsOf({ catalogue }: ApiRequest): Film[] {
  return discoverFilms(catalogue, {});
}

function peopleOf({ catalogue }: ApiRequest): Person[] {
  return catalogue.people.filter(({ isAdult }) => !isAdult);
}
