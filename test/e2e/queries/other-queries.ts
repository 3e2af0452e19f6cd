import { imageFields, movieListFields, pageFields } from './pieces.js';

export const collectionWithParts = `query Collection($tmdbId: Int!, $locale: Locale) {
  collection(tmdbId: $tmdbId, locale: $locale) {
    id tmdbId name overview poster { url } backdrop { url }
    parts { ${pageFields} edges { cursor node { id } } nodes { ${movieListFields} } }
    images { ${pageFields} edges { cursor node { id } } nodes { ${imageFields} } }
    posters: images(kind: POSTER) { nodes { kind } }
  }
}`;

export const allGenres = `query Genres($locale: Locale) { genres(locale: $locale) { id tmdbId name } }`;

const films = `movies(first: 5, sort: TITLE_ASC) { ${pageFields} edges { cursor node { id } } nodes { tmdbId title } }`;

export const genreFilms = `query Genre($tmdbId: Int!) { genre(tmdbId: $tmdbId) { id tmdbId name ${films} } }`;

export const keywordFilms = `query Keyword($tmdbId: Int!) { keyword(tmdbId: $tmdbId) { id tmdbId name ${films} } }`;

export const companyFilms = `query Company($tmdbId: Int!) {
  company(tmdbId: $tmdbId) {
    id tmdbId name description headquarters homepage originCountry logo { url }
    ${films}
  }
}`;

export const about = '{ about { version mode sendsMail notice watchProviderNotice } }';

export const providersOfRegion = `query Providers($region: CountryCode) {
  watchProviders(region: $region) { id tmdbId name logo { url } }
}`;

export const certificationsOfRegion = `query Certifications($region: CountryCode) {
  certifications(region: $region) { name meaning order }
}`;

export const allLanguages = '{ languages { code englishName nativeName } }';

export const allCountries = `query Countries($locale: Locale) { countries(locale: $locale) { code name } }`;

export const oneNode = `query Node($id: ID!) {
  node(id: $id) {
    __typename id
    ... on Movie { title } ... on Person { personName: name } ... on Collection { name }
    ... on Genre { name } ... on Keyword { name } ... on Company { name }
  }
}`;

export const manyNodes = `query Nodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }`;

export const filmsByNumber = `query Films($tmdbIds: [Int!]!) { moviesByTmdbIds(tmdbIds: $tmdbIds) { tmdbId title } }`;
