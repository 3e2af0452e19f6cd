import { Args, Context, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { NeedsViewer } from '../../platform/graphql/access/access.decorator.js';
import { Calls } from '../../platform/graphql/limits/cost/calls.decorator.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { favoritesShelf, watchlistShelf } from '../shelves/shelves.js';
import { added, ChangeAnswers, removed } from './change-answers.service.js';
import {
  readAddToFavorites,
  readAddToWatchlist,
  readRemoveFromFavorites,
  readRemoveFromWatchlist,
  readSetMovieNote,
} from './film-change.readers.js';
import {
  AddToFavoritesResult,
  AddToWatchlistResult,
  RemoveFromFavoritesResult,
  RemoveFromWatchlistResult,
  SetMovieNoteResult,
} from './film-change.results.js';
import {
  AddToFavoritesInput,
  AddToWatchlistInput,
  RemoveFromFavoritesInput,
  RemoveFromWatchlistInput,
  SetMovieNoteInput,
} from './film.inputs.js';

/** The watchlist, the favourites and the notes. */
@Resolver()
export class FilmChangesResolver {
  constructor(private readonly answers: ChangeAnswers) {}

  @Calls({ calls: 1 })
  @Mutation(() => AddToWatchlistResult, {
    nullable: true,
    description: 'Puts a film on the watchlist, where it may be already.',
  })
  @NeedsViewer()
  addToWatchlist(
    @Args('input', { description: 'What to add.' }) input: AddToWatchlistInput,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const success = added('AddToWatchlistSuccess', watchlistShelf);
    return this.answers.answer(readAddToWatchlist, input, { context, info }, success);
  }

  @Mutation(() => RemoveFromWatchlistResult, {
    nullable: true,
    description: 'Takes a film off the watchlist, if it is on it.',
  })
  @NeedsViewer()
  removeFromWatchlist(
    @Args('input', { description: 'What to remove.' }) input: RemoveFromWatchlistInput,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const success = removed('RemoveFromWatchlistSuccess');
    return this.answers.answer(readRemoveFromWatchlist, input, { context, info }, success);
  }

  @Calls({ calls: 1 })
  @Mutation(() => AddToFavoritesResult, {
    nullable: true,
    description: 'Puts a film among the favourites, where it may be already.',
  })
  @NeedsViewer()
  addToFavorites(
    @Args('input', { description: 'What to add.' }) input: AddToFavoritesInput,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const success = added('AddToFavoritesSuccess', favoritesShelf);
    return this.answers.answer(readAddToFavorites, input, { context, info }, success);
  }

  @Mutation(() => RemoveFromFavoritesResult, {
    nullable: true,
    description: 'Takes a film from the favourites, if it is one.',
  })
  @NeedsViewer()
  removeFromFavorites(
    @Args('input', { description: 'What to remove.' }) input: RemoveFromFavoritesInput,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const success = removed('RemoveFromFavoritesSuccess');
    return this.answers.answer(readRemoveFromFavorites, input, { context, info }, success);
  }

  @Calls({ calls: 1 })
  @Mutation(() => SetMovieNoteResult, {
    nullable: true,
    description: "Keeps the viewer's own words on a film, in place of those before.",
  })
  @NeedsViewer()
  setMovieNote(
    @Args('input', { description: 'What to note.' }) input: SetMovieNoteInput,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.answers.answer(readSetMovieNote, input, { context, info }, ({ note }) => ({
      __typename: 'SetMovieNoteSuccess',
      note,
    }));
  }
}
