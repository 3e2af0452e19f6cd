import type { Answer } from '../support/api.js';
import { filmList, filmSearch, peopleList } from './queries/list-queries.js';
import {
  movieAvailability,
  movieCredits,
  movieFacts,
  moviePictures,
  movieRelated,
  movieTexts,
  movieVideos,
} from './queries/movie-queries.js';
import {
  allCountries,
  allGenres,
  allLanguages,
  certificationsOfRegion,
  collectionWithParts,
  companyFilms,
  keywordFilms,
  providersOfRegion,
} from './queries/other-queries.js';
import { personFacts, personFilms, personPictures } from './queries/person-queries.js';
import { personListFields } from './queries/pieces.js';
import { filmWhere, firstOf } from './subjects.js';

/** Bodies of one kind, and a question that looks at all that is taken from them. */
export interface BodyFamily {
  /** Where TMDb has it. */
  readonly path: string;
  readonly query: string;
  readonly variables?: object;
  /** The parts of the body that the question is about; absent: the whole body. */
  readonly parts?: readonly string[] | undefined;
  /** Places that hold up all the rest: without them the answer is an outage. */
  readonly vital: readonly string[];
  /** Places without which a row is nothing: the row itself, what names it, what tells its kind. */
  readonly keys: readonly string[];
  /** The rows of an answer. */
  readonly rows: (data: Answer['data']) => readonly unknown[];
}

const film = filmWhere(({ collection, cast, crew, offers }) => {
  return collection !== null && cast.length > 2 && crew.length > 2 && offers.length > 0;
});
const { person } = firstOf(film.cast);
const collectionId = film.collection?.id ?? 0;
const words = { query: 'the', first: 3, includeAdult: false };

// How many pages there are decides whether rows that are left out are made up for from the next page.
const results = { vital: ['results'], keys: ['results *', 'results * id', 'total_pages'] };
const thing: Pick<BodyFamily, 'vital' | 'keys' | 'rows'> = {
  vital: ['id'],
  keys: [],
  rows: (data) => Object.values(data),
};
const thingWithName = { ...thing, keys: ['name'] };
const named = { ...results, keys: [...results.keys, 'results * name'] };

function searchFor(fields: string): string {
  return `query Search($query: String!) { search(query: $query) { ${fields} } }`;
}

/** Parts of a film; one that does not come counts as an outage of its fields, as do those of its lists that hold rows. */
function partsOfFilm(query: string, parts: readonly string[], lists: readonly string[] = []): BodyFamily {
  return {
    ...thing,
    path: `/movie/${film.id}`,
    query,
    variables: { tmdbId: film.id, region: 'US' },
    parts,
    vital: [...thing.vital, ...parts, ...parts.flatMap((part) => lists.map((list) => `${part} ${list}`))],
  };
}

export const bodyFamilies: Readonly<Record<string, BodyFamily>> = {
  'a film': { ...partsOfFilm(movieFacts, ['external_ids', 'keywords']), parts: undefined },
  "a film's texts": partsOfFilm(movieTexts, ['translations', 'alternative_titles']),
  "a film's pictures": partsOfFilm(moviePictures, ['images']),
  "a film's videos": partsOfFilm(movieVideos, ['videos']),
  "a film's credits": partsOfFilm(movieCredits, ['credits']),
  "a film's relations": partsOfFilm(movieRelated, ['recommendations', 'similar', 'reviews'], ['results']),
  "a film's releases and offers": partsOfFilm(movieAvailability, ['release_dates', 'watch/providers']),
  'a person': {
    ...thing,
    vital: ['id', 'external_ids'],
    path: `/person/${person.id}`,
    query: personFacts,
    variables: { tmdbId: person.id },
  },
  "a person's pictures": {
    ...thing,
    vital: ['id', 'images'],
    path: `/person/${person.id}`,
    query: personPictures,
    variables: { tmdbId: person.id },
    parts: ['images'],
  },
  "a person's films": {
    ...thing,
    vital: ['id', 'movie_credits'],
    path: `/person/${person.id}`,
    query: personFilms,
    variables: { tmdbId: person.id },
    parts: ['movie_credits'],
  },
  'a collection': {
    ...thingWithName,
    path: `/collection/${collectionId}`,
    query: collectionWithParts,
    variables: { tmdbId: collectionId },
  },
  "a collection's pictures": {
    ...thing,
    path: `/collection/${collectionId}/images`,
    query: collectionWithParts,
    variables: { tmdbId: collectionId },
  },
  'a company': {
    ...thingWithName,
    path: `/company/${firstOf(film.companies).id}`,
    query: companyFilms,
    variables: { tmdbId: firstOf(film.companies).id },
  },
  'a keyword': {
    ...thingWithName,
    path: `/keyword/${firstOf(film.keywords).id}`,
    query: keywordFilms,
    variables: { tmdbId: firstOf(film.keywords).id },
  },
  'a list of films': {
    ...results,
    path: '/movie/now_playing',
    query: filmList,
    variables: { list: 'NOW_PLAYING', first: 3 },
    rows: (data) => data.movies.nodes,
  },
  'a list of people': {
    ...results,
    path: '/person/popular',
    query: peopleList,
    variables: { first: 3 },
    rows: (data) => data.people.nodes,
  },
  'films found': {
    ...results,
    path: '/search/movie',
    query: filmSearch,
    variables: words,
    rows: (data) => data.searchMovies.nodes,
  },
  'people found': {
    ...results,
    path: '/search/person',
    query: searchFor(`people { totalCount nodes { ${personListFields} } }`),
    variables: { query: person.name },
    rows: (data) => data.search.people.nodes,
  },
  'collections found': {
    ...named,
    path: '/search/collection',
    query: searchFor(`collections { totalCount nodes { name poster { url } } }`),
    variables: { query: film.collection?.name },
    rows: (data) => data.search.collections.nodes,
  },
  'keywords found': {
    ...named,
    path: '/search/keyword',
    query: searchFor(`keywords { totalCount nodes { name } }`),
    variables: { query: firstOf(film.keywords).name },
    rows: (data) => data.search.keywords.nodes,
  },
  'companies found': {
    ...named,
    path: '/search/company',
    query: searchFor(`companies { totalCount nodes { name originCountry logo { url } } }`),
    variables: { query: firstOf(film.companies).name },
    rows: (data) => data.search.companies.nodes,
  },
  'films and people found': {
    ...results,
    keys: [...results.keys, 'results * media_type'],
    path: '/search/multi',
    query: searchFor('top(first: 20) { __typename ... on Movie { title } ... on Person { name } }'),
    variables: words,
    rows: (data) => data.search.top,
  },
  'what an ID at IMDb leads to': {
    vital: ['movie_results', 'person_results', 'tv_results'],
    keys: ['movie_results *', 'movie_results * id'],
    path: `/find/${film.imdbId}`,
    query: 'query Film($imdbId: String!) { movie(imdbId: $imdbId) { title genres { name } poster { url } } }',
    variables: { imdbId: film.imdbId },
    rows: (data) => (data.movie === null ? [] : [data.movie]),
  },
  'the genres': {
    vital: ['genres'],
    keys: ['genres *', 'genres * id', 'genres * name'],
    path: '/genre/movie/list',
    query: allGenres,
    rows: (data) => data.genres,
  },
  'the services': {
    vital: ['results'],
    keys: ['results *', 'results * provider_id', 'results * provider_name'],
    path: '/watch/providers/movie',
    query: providersOfRegion,
    variables: { region: 'US' },
    rows: (data) => data.watchProviders,
  },
  'the certifications': {
    vital: ['certifications'],
    keys: ['certifications US', 'certifications US *', 'certifications US * certification'],
    path: '/certification/movie/list',
    query: certificationsOfRegion,
    variables: { region: 'US' },
    rows: (data) => data.certifications,
  },
  'the languages': {
    vital: [],
    keys: ['*', '* iso_639_1', '* english_name'],
    path: '/configuration/languages',
    query: allLanguages,
    rows: (data) => data.languages,
  },
  'the countries': {
    vital: [],
    keys: ['*', '* iso_3166_1', '* english_name'],
    path: '/configuration/countries',
    query: allCountries,
    rows: (data) => data.countries,
  },
};
