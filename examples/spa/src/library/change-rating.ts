import { changedFilm, type Keeper, type KeptFilm } from './kept-film.js';
import { RateDocument, RemoveRatingDocument } from './library-documents.js';
import { keepInStep } from './watchlist-cache.js';

/** Rates a film from 1 to 10: on the page at once, at the API behind it. */
export async function rateFilm({ client, userId, locale }: Keeper, film: KeptFilm, value: number) {
  const { data } = await client.mutate({
    mutation: RateDocument,
    variables: { input: { movieId: film.id, value, locale } },
    optimisticResponse: {
      rateMovie: { __typename: 'RateMovieSuccess', movie: changedFilm(film, { rating: value }) },
    },
  });
  const result = data?.rateMovie;
  if (result?.__typename === 'RateMovieSuccess') keepInStep(client.cache, userId, result.movie?.viewerState);
  return result;
}

export async function removeRating({ client, userId, locale }: Keeper, film: KeptFilm) {
  const { data } = await client.mutate({
    mutation: RemoveRatingDocument,
    variables: { input: { movieId: film.id, locale } },
    optimisticResponse: {
      removeRating: { __typename: 'RemoveRatingSuccess', movie: changedFilm(film, { rating: null }) },
    },
  });
  const result = data?.removeRating;
  if (result?.__typename === 'RemoveRatingSuccess') keepInStep(client.cache, userId, result.movie?.viewerState);
  return result;
}
