/** What every connection says beside its rows. */
export const pageFields = 'totalCount pageInfo { startCursor endCursor hasNextPage hasPreviousPage }';

export const imageFields = `
  id kind aspectRatio width height language srcSet
  thumbnail: url(size: THUMBNAIL) small: url(size: SMALL) url large: url(size: LARGE) original: url(size: ORIGINAL)
`;

/** What a list tells of a film: reading it costs no call beyond that of the list. */
export const movieListFields = `
  id tmdbId title overview originalTitle originalLanguage releaseDate popularity isAdult
  rating { average voteCount } poster { url } backdrop { url }
`;

/** The same of a person. */
export const personListFields =
  'id tmdbId name originalName gender knownForDepartment popularity isAdult portrait { url }';
