import { Field, ObjectType } from '@nestjs/graphql';
import { InvalidInputError } from '../../platform/graphql/user-errors/input-issue.model.js';
import { resultUnion } from '../../platform/graphql/user-errors/result-union.js';
import { FavoriteEdge } from '../entries/favorite.model.js';
import { MovieRatingEdge } from '../entries/movie-rating.model.js';
import { ViewingEdge } from '../entries/viewing.model.js';
import { WatchlistEntryEdge } from '../entries/watchlist-entry.model.js';
import { additionErrors } from './change-errors.model.js';
import { AdditionOf, FilmChangeSuccess, Removal } from './film-change-success.js';

@ObjectType({ implements: () => FilmChangeSuccess, description: 'The film is on the watchlist.' })
class AddToWatchlistSuccess extends AdditionOf<WatchlistEntryEdge>(() => WatchlistEntryEdge) {
  readonly __typename = 'AddToWatchlistSuccess';
}

@ObjectType({ implements: () => FilmChangeSuccess, description: 'The film is not on the watchlist.' })
class RemoveFromWatchlistSuccess extends Removal {
  readonly __typename = 'RemoveFromWatchlistSuccess';
}

@ObjectType({ implements: () => FilmChangeSuccess, description: 'The film is a favourite.' })
class AddToFavoritesSuccess extends AdditionOf<FavoriteEdge>(() => FavoriteEdge) {
  readonly __typename = 'AddToFavoritesSuccess';
}

@ObjectType({ implements: () => FilmChangeSuccess, description: 'The film is no favourite.' })
class RemoveFromFavoritesSuccess extends Removal {
  readonly __typename = 'RemoveFromFavoritesSuccess';
}

@ObjectType({ implements: () => FilmChangeSuccess, description: 'The film is rated so.' })
class RateMovieSuccess extends AdditionOf<MovieRatingEdge>(() => MovieRatingEdge) {
  readonly __typename = 'RateMovieSuccess';
}

@ObjectType({ implements: () => FilmChangeSuccess, description: 'The film is not rated.' })
class RemoveRatingSuccess extends Removal {
  readonly __typename = 'RemoveRatingSuccess';
}

@ObjectType({ implements: () => FilmChangeSuccess, description: 'The viewing is in the history.' })
class MarkWatchedSuccess extends AdditionOf<ViewingEdge>(() => ViewingEdge) {
  readonly __typename = 'MarkWatchedSuccess';
}

@ObjectType({ implements: () => FilmChangeSuccess, description: 'The viewing is not in the history.' })
class RemoveFromHistorySuccess extends Removal {
  readonly __typename = 'RemoveFromHistorySuccess';
}

@ObjectType({ implements: () => FilmChangeSuccess, description: 'The note is kept, or gone.' })
class SetMovieNoteSuccess extends FilmChangeSuccess {
  readonly __typename = 'SetMovieNoteSuccess';

  @Field(() => String, { nullable: true, description: 'The note as it is kept: trimmed; null when there is none.' })
  note!: string | null;
}

export const AddToWatchlistResult = addition('AddToWatchlistResult', 'addToWatchlist', AddToWatchlistSuccess);
export const RemoveFromWatchlistResult = removal(
  'RemoveFromWatchlistResult',
  'removeFromWatchlist',
  RemoveFromWatchlistSuccess,
);
export const AddToFavoritesResult = addition('AddToFavoritesResult', 'addToFavorites', AddToFavoritesSuccess);
export const RemoveFromFavoritesResult = removal(
  'RemoveFromFavoritesResult',
  'removeFromFavorites',
  RemoveFromFavoritesSuccess,
);
export const RateMovieResult = addition('RateMovieResult', 'rateMovie', RateMovieSuccess);
export const RemoveRatingResult = removal('RemoveRatingResult', 'removeRating', RemoveRatingSuccess);
export const MarkWatchedResult = addition('MarkWatchedResult', 'markWatched', MarkWatchedSuccess);
export const RemoveFromHistoryResult = removal(
  'RemoveFromHistoryResult',
  'removeFromHistory',
  RemoveFromHistorySuccess,
);
export const SetMovieNoteResult = addition('SetMovieNoteResult', 'setMovieNote', SetMovieNoteSuccess);

function addition(name: string, mutation: string, success: new () => FilmChangeSuccess) {
  return resultUnion(name, mutation, [success, ...additionErrors] as const);
}

function removal(name: string, mutation: string, success: new () => Removal) {
  return resultUnion(name, mutation, [success, InvalidInputError] as const);
}
