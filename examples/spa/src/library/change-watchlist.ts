import { changedFilm, type Keeper, type KeptFilm } from './kept-film.js';
import { AddToWatchlistDocument, RemoveFromWatchlistDocument } from './library-documents.js';
import { keepInStep, putOnKeptWatchlist, takeOffKeptWatchlist } from './watchlist-cache.js';

/** Puts a film on the watchlist: on the page at once, at the API behind it. */
export async function addToWatchlist({ client, userId, locale }: Keeper, film: KeptFilm) {
  const { data } = await client.mutate({
    mutation: AddToWatchlistDocument,
    variables: { input: { movieId: film.id, locale } },
    optimisticResponse: {
      addToWatchlist: {
        __typename: 'AddToWatchlistSuccess',
        edge: newEdge(film),
        movie: changedFilm(film, { isOnWatchlist: true }),
        viewer: { __typename: 'User', id: userId },
      },
    },
    update: (cache, { data: answer }) => {
      if (answer?.addToWatchlist?.__typename === 'AddToWatchlistSuccess')
        putOnKeptWatchlist(cache, userId, answer.addToWatchlist.edge);
    },
  });
  const result = data?.addToWatchlist;
  if (result?.__typename === 'AddToWatchlistSuccess') keepInStep(client.cache, userId, result.movie?.viewerState);
  return result;
}

export async function removeFromWatchlist({ client, userId, locale }: Keeper, film: KeptFilm) {
  const { data } = await client.mutate({
    mutation: RemoveFromWatchlistDocument,
    variables: { input: { movieId: film.id, locale } },
    optimisticResponse: {
      removeFromWatchlist: {
        __typename: 'RemoveFromWatchlistSuccess',
        deletedId: null,
        movie: changedFilm(film, { isOnWatchlist: false }),
        viewer: { __typename: 'User', id: userId },
      },
    },
    update: (cache, { data: answer }) => {
      if (answer?.removeFromWatchlist?.__typename === 'RemoveFromWatchlistSuccess')
        takeOffKeptWatchlist(cache, userId, film.tmdbId);
    },
  });
  const result = data?.removeFromWatchlist;
  if (result?.__typename === 'RemoveFromWatchlistSuccess') keepInStep(client.cache, userId, result.movie?.viewerState);
  return result;
}

/** Until the API has given it an id of its own. */
function newEdge({ id, tmdbId }: KeptFilm) {
  return {
    __typename: 'WatchlistEntryEdge' as const,
    cursor: '',
    node: {
      __typename: 'WatchlistEntry' as const,
      id: `optimistic-${id}`,
      tmdbId,
      addedAt: new Date().toISOString(),
      movie: { __typename: 'Movie' as const, id },
    },
  };
}
