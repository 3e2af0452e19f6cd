import { imageFields, movieListFields, pageFields, personListFields } from './pieces.js';

const factFields = `
  id tmdbId imdbId originalTitle originalLanguage homepage releaseDate runtimeMinutes status budget revenue popularity
  isAdult originCountries
  rating { average voteCount }
  genres { id tmdbId name }
  keywords { id tmdbId name }
  collection { id tmdbId name poster { url } backdrop { url } }
  productionCompanies { id tmdbId name originCountry logo { url } }
  productionCountries { code name }
  spokenLanguages { code englishName nativeName }
  externalIds { imdbId wikidataId facebookId instagramId twitterId }
`;

const textFields = `
  title overview tagline resolvedLocale { title overview }
  translations { locale language country languageName title overview tagline homepage runtimeMinutes }
  alternativeTitles { title country type }
`;

const pictureFields = `
  poster { ${imageFields} }
  backdrop { ${imageFields} }
  logo { ${imageFields} }
  images(first: 100) { ${pageFields} edges { cursor node { id } } nodes { ${imageFields} } }
`;

const oneVideo = `
  id name type isOfficial site key url embedUrl language country resolution publishedAt
`;

const videoFields = `
  trailer { ${oneVideo} }
  videos(first: 100) { ${pageFields} edges { cursor node { id } } nodes { ${oneVideo} } }
`;

const creditFields = `
  cast(first: 100) { ${pageFields} edges { cursor character node { id } } nodes { ${personListFields} } }
  crew(first: 100) { ${pageFields} edges { cursor jobs departments node { id } } nodes { id name } }
  directors { id name }
  writers { id name }
`;

const relatedFields = `
  recommendations { ${pageFields} nodes { ${movieListFields} } }
  similar { ${pageFields} nodes { ${movieListFields} } }
  reviews {
    ${pageFields}
    edges { cursor node { id } }
    nodes { id author avatarUrl rating content createdAt updatedAt url }
  }
`;

const providers = '{ id tmdbId name logo { url } }';

const availabilityFields = `
  certification
  releaseDates { region releases { date type certification language note } }
  watchProviders {
    region link attribution
    subscription ${providers} free ${providers} ads ${providers} rent ${providers} buy ${providers}
  }
`;

const movieWith = (fields: string): string =>
  `query Film($tmdbId: Int!, $locale: Locale, $region: CountryCode) {
    movie(tmdbId: $tmdbId, locale: $locale, region: $region) { ${fields} }
  }`;

export const movieFacts = movieWith(factFields);
export const movieTexts = movieWith(textFields);
export const moviePictures = movieWith(pictureFields);
export const movieVideos = movieWith(videoFields);
export const movieCredits = movieWith(creditFields);
export const movieRelated = movieWith(relatedFields);
export const movieAvailability = movieWith(availabilityFields);

/** Every field of a film at once. */
export const wholeMovie = movieWith(
  [factFields, textFields, pictureFields, videoFields, creditFields, relatedFields, availabilityFields].join('\n'),
);

export const movieTitleAndPoster = movieWith('title poster { url }');
