const entryFields = 'id tmdbId movie { title }';
const pageInfoFields = 'pageInfo { endCursor hasNextPage }';

function mutation(name: string, success: string, errors: readonly string[]): string {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const refusals = errors.map((error) => `... on ${error} { message field ${extras[error] ?? ''} }`);
  return `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename
    ... on ${type}Success { ${success} } ${refusals.join(' ')} } }`;
}

const extras: Readonly<Record<string, string>> = {
  InvalidInputError: 'issues { field code message }',
  LimitReachedError: 'limit',
  LibraryChangesRejectedError: 'failures { index error { __typename message field } }',
};

const movieFields = `title viewerState {
  id tmdbId isOnWatchlist isFavorite rating watchedCount lastWatchedAt note lists { name }
}`;
const countFields = 'statistics { watchlistCount favoriteCount ratingCount listCount viewingCount }';
const viewerFields = `viewer { id ${countFields} }`;
const stateFields = `movie { ${movieFields} } ${viewerFields}`;

export const addToWatchlist = mutation(
  'addToWatchlist',
  `edge { cursor node { ${entryFields} addedAt } } ${stateFields}`,
  ['MovieNotFoundError', 'InvalidInputError', 'LimitReachedError'],
);
export const removeFromWatchlist = mutation('removeFromWatchlist', `deletedId ${stateFields}`, ['InvalidInputError']);
export const addToFavorites = mutation(
  'addToFavorites',
  `edge { cursor node { ${entryFields} addedAt } } ${stateFields}`,
  ['MovieNotFoundError'],
);
export const removeFromFavorites = mutation('removeFromFavorites', `deletedId ${stateFields}`, []);
export const rateMovie = mutation('rateMovie', `edge { cursor node { ${entryFields} value ratedAt } } ${stateFields}`, [
  'InvalidInputError',
]);
export const removeRating = mutation('removeRating', `deletedId ${stateFields}`, []);
export const markWatched = mutation('markWatched', `edge { cursor node { ${entryFields} watchedAt } } ${stateFields}`, [
  'InvalidInputError',
]);
export const removeFromHistory = mutation('removeFromHistory', `deletedId ${stateFields}`, ['InvalidInputError']);
export const setMovieNote = mutation('setMovieNote', `note ${stateFields}`, ['InvalidInputError']);

const listFields = 'list { id name description visibility entryCount createdAt updatedAt isOwn owner { displayName } }';

export const createList = mutation('createList', `edge { cursor node { id name } } ${viewerFields}`, [
  'InvalidInputError',
]);
export const updateList = mutation('updateList', `${listFields} ${viewerFields}`, [
  'ListNotFoundError',
  'InvalidInputError',
]);
export const deleteList = mutation('deleteList', `deletedId ${viewerFields}`, []);
export const addToList = mutation(
  'addToList',
  `edge { cursor node { ${entryFields} addedAt } } ${listFields} ${stateFields}`,
  ['ListNotFoundError'],
);
export const removeFromList = mutation('removeFromList', `deletedId ${listFields} ${stateFields}`, []);
export const moveListItem = mutation(
  'moveListItem',
  `edge { cursor node { ${entryFields} } } ${listFields} ${stateFields}`,
  ['ListNotFoundError', 'EntryNotFoundError'],
);
export const updateLibrary = mutation(
  'updateLibrary',
  `deletedIds lists { id name entryCount } movies { ${movieFields} } ${viewerFields}`,
  ['LibraryChangesRejectedError', 'InvalidInputError'],
);

function page(extra: string): string {
  return `{ totalCount coveredCount nodes { ${entryFields} ${extra} } edges { cursor node { id } } ${pageInfoFields} }`;
}

export const viewerLibrary = `{ viewer {
  watchlist(first: 60) ${page('addedAt')}
  favorites ${page('addedAt')}
  ratings ${page('value ratedAt')}
  history ${page('watchedAt')}
  lists { totalCount nodes { id name } edges { cursor node { id } } ${pageInfoFields} }
} }`;

export const viewerStatistics = `{ viewer { statistics {
  watchlistCount favoriteCount ratingCount listCount viewingCount watchedMovieCount ratingMean
  ratingDistribution { value count } watchedByMonth { month count }
  minutesWatched byGenre { genre { name } count } byDecade { decade count } coveredCount
} } }`;

export const oneList = `query ($id: ID!) { list(id: $id) {
  id name description visibility createdAt updatedAt isOwn owner { displayName } entryCount
  entries ${page('addedAt')}
} }`;

export const movieState = `query ($tmdbId: Int!) { movie(tmdbId: $tmdbId) { ${movieFields} } }`;
export const viewerCounts = `{ viewer { id ${countFields} } }`;
export const anyNode = 'query ($id: ID!) { node(id: $id) { __typename id } }';
