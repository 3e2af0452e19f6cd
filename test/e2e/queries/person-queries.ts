import { imageFields, movieListFields, pageFields } from './pieces.js';

export const personFacts = `query Person($tmdbId: Int!, $locale: Locale) {
  person(tmdbId: $tmdbId, locale: $locale) {
    id tmdbId name originalName gender knownForDepartment popularity isAdult
    alsoKnownAs biography birthday deathday placeOfBirth homepage imdbId
    externalIds { imdbId wikidataId facebookId instagramId twitterId }
  }
}`;

export const personPictures = `query PersonPictures($tmdbId: Int!) {
  person(tmdbId: $tmdbId) {
    portrait { ${imageFields} }
    images { ${pageFields} edges { cursor node { id } } nodes { ${imageFields} } }
  }
}`;

export const personFilms = `query PersonFilms(
  $tmdbId: Int!, $locale: Locale, $department: Department, $sort: FilmographySort, $first: Int = 100, $after: String
) {
  person(tmdbId: $tmdbId, locale: $locale) {
    filmography(department: $department, sort: $sort, first: $first, after: $after) {
      ${pageFields}
      edges { cursor character jobs node { id } }
      nodes { ${movieListFields} }
    }
    knownFor { tmdbId title }
  }
}`;
