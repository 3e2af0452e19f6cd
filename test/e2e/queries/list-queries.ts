import { movieListFields, pageFields, personListFields } from './pieces.js';

const films = `{ ${pageFields} edges { cursor node { id } } nodes { ${movieListFields} } }`;
const people = `{ ${pageFields} edges { cursor node { id } } nodes { ${personListFields} } }`;

export const filmList = `query Films($list: MovieList, $first: Int, $after: String, $locale: Locale, $region: CountryCode) {
  movies(list: $list, first: $first, after: $after, locale: $locale, region: $region) ${films}
}`;

export const filmsByFilter = `query Discover(
  $filter: MovieFilterInput, $sort: MovieSort, $first: Int, $after: String, $locale: Locale, $region: CountryCode
) {
  discoverMovies(filter: $filter, sort: $sort, first: $first, after: $after, locale: $locale, region: $region) ${films}
}`;

export const peopleList = `query People($list: PeopleList, $first: Int, $after: String) {
  people(list: $list, first: $first, after: $after) ${people}
}`;

export const filmSearch = `query FilmSearch($query: String!, $year: Int, $includeAdult: Boolean, $first: Int) {
  searchMovies(query: $query, year: $year, includeAdult: $includeAdult, first: $first) ${films}
}`;

export const wholeSearch = `query Search($query: String!, $includeAdult: Boolean) {
  search(query: $query, includeAdult: $includeAdult) {
    movies ${films}
    people ${people}
    collections { ${pageFields} edges { cursor node { id } } nodes { id tmdbId name poster { url } } }
    keywords { ${pageFields} edges { cursor node { id } } nodes { id tmdbId name } }
    companies { ${pageFields} edges { cursor node { id } } nodes { id tmdbId name originCountry logo { url } } }
    top(first: 20) { __typename ... on Movie { tmdbId title } ... on Person { tmdbId name } }
  }
}`;
