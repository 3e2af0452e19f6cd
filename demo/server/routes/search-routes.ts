import type { Collection, Film, Person } from '../../catalogue/model.js';
import type { ApiRequest, Route } from '../api-request.js';
import { listCollection } from '../bodies/collection-bodies.js';
import { listMovie, mediaMovie } from '../bodies/list-movie.js';
import { companyReference } from '../bodies/movie-details.js';
import { listPerson, mediaPerson } from '../bodies/person-bodies.js';
import { numberIn } from '../discover/range-filters.js';
import { collectionNameIn, languageOf } from '../localise.js';
import { pageOf } from '../paging.js';
import { matchRank, normalise } from '../text-match.js';
import { TmdbError } from '../tmdb-error.js';

/** The six searches. Each throws code 5 without a query; one of punctuation alone finds nothing. */
export const searchRoutes: readonly Route[] = [
  ['/search/movie', searchMovies],
  ['/search/person', searchPeople],
  ['/search/multi', searchMulti],
  [
    '/search/collection',
    (request) =>
      pageOf(found(request, request.catalogue.collections, namesOfCollection), request.query, (collection) =>
        listCollection(collection, languageOf(request.query)),
      ),
  ],
  [
    '/search/keyword',
    (request) =>
      pageOf(
        found(request, request.catalogue.keywords, ({ name }) => [name]),
        request.query,
        ({ id, name }) => ({ id, name }),
      ),
  ],
  [
    '/search/company',
    (request) =>
      pageOf(
        found(request, request.catalogue.companies, ({ name }) => [name]),
        request.query,
        companyReference,
      ),
  ],
];

/** What matches the query, best rank first and within a rank the most popular. */
function found<T extends object>(request: ApiRequest, entries: readonly T[], textsOf: (entry: T) => string[]): T[] {
  const text = request.query['query']?.trim();
  if (!text) throw new TmdbError(5);
  const query = normalise(text);
  return entries
    .map((entry) => ({ entry, rank: matchRank(query, textsOf(entry)) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((one, other) => other.rank - one.rank || popularityOf(other.entry) - popularityOf(one.entry))
    .map(({ entry }) => entry);
}

function searchMovies(request: ApiRequest) {
  const { query } = request;
  const [year, primaryYear] = [numberIn(query, 'year'), numberIn(query, 'primary_release_year')];
  const films = found(request, filmsIn(request), titlesOf)
    .filter((film) => primaryYear === undefined || film.year === primaryYear)
    .filter(({ releases }) => year === undefined || releases.some(({ date }) => Number(date.slice(0, 4)) === year));
  return pageOf(films, query, (film) => listMovie(film, languageOf(query)));
}

function searchPeople(request: ApiRequest) {
  const people = found(request, peopleIn(request), namesOf);
  return pageOf(people, request.query, (person) => listPerson(person, languageOf(request.query)));
}

function searchMulti(request: ApiRequest) {
  const language = languageOf(request.query);
  const entries = found(request, [...filmsIn(request), ...peopleIn(request)], (entry) =>
    isFilm(entry) ? titlesOf(entry) : namesOf(entry),
  );
  return pageOf(entries, request.query, (entry) =>
    isFilm(entry) ? mediaMovie(entry, language) : mediaPerson(entry, language),
  );
}

function filmsIn({ catalogue, query }: ApiRequest): Film[] {
  return catalogue.films.filter(({ isAdult }) => query['include_adult'] === 'true' || !isAdult);
}

function peopleIn({ catalogue, query }: ApiRequest): Person[] {
  return catalogue.people.filter(({ isAdult }) => query['include_adult'] === 'true' || !isAdult);
}

function titlesOf({ record, originalTitle }: Film): string[] {
  return [record.title, originalTitle, ...(record.pt ? [record.pt.title] : [])];
}

function namesOf({ name, record }: Person): string[] {
  return [name, ...(record?.alsoKnownAs ?? [])];
}

function namesOfCollection(collection: Collection): string[] {
  return [collection.name, collectionNameIn(collection, 'pt')];
}

function isFilm(entry: Film | Person): entry is Film {
  return 'originalTitle' in entry;
}

function popularityOf(entry: object): number {
  return 'popularity' in entry && typeof entry.popularity === 'number' ? entry.popularity : 0;
}
