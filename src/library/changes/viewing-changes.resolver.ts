import { Args, Context, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { NeedsViewer } from '../../platform/graphql/access/access.decorator.js';
import { Calls } from '../../platform/graphql/limits/cost/calls.decorator.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { historyShelf, ratingsShelf } from '../shelves/shelves.js';
import { added, ChangeAnswers, removed } from './change-answers.service.js';
import { readMarkWatched, readRateMovie, readRemoveFromHistory, readRemoveRating } from './film-change.readers.js';
import {
  MarkWatchedResult,
  RateMovieResult,
  RemoveFromHistoryResult,
  RemoveRatingResult,
} from './film-change.results.js';
import { MarkWatchedInput, RateMovieInput, RemoveFromHistoryInput, RemoveRatingInput } from './film.inputs.js';

/** The history and the ratings. */
@Resolver()
export class ViewingChangesResolver {
  constructor(private readonly answers: ChangeAnswers) {}

  @Calls({ calls: 1 })
  @Mutation(() => MarkWatchedResult, {
    nullable: true,
    description: 'Notes that the viewer watched a film; as often as they did, but once for each time.',
  })
  @NeedsViewer()
  markWatched(
    @Args('input', { description: 'What was watched.' }) input: MarkWatchedInput,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.answers.answer(readMarkWatched, input, { context, info }, added('MarkWatchedSuccess', historyShelf));
  }

  @Mutation(() => RemoveFromHistoryResult, {
    nullable: true,
    description: 'Takes one viewing from the history, if it is there.',
  })
  @NeedsViewer()
  removeFromHistory(
    @Args('input', { description: 'What to remove.' }) input: RemoveFromHistoryInput,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const success = removed('RemoveFromHistorySuccess');
    return this.answers.answer(readRemoveFromHistory, input, { context, info }, success);
  }

  @Calls({ calls: 1 })
  @Mutation(() => RateMovieResult, {
    nullable: true,
    description: "Gives a film the viewer's rating, in place of the one before.",
  })
  @NeedsViewer()
  rateMovie(
    @Args('input', { description: 'What to rate.' }) input: RateMovieInput,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.answers.answer(readRateMovie, input, { context, info }, added('RateMovieSuccess', ratingsShelf));
  }

  @Mutation(() => RemoveRatingResult, {
    nullable: true,
    description: "Takes the viewer's rating from a film, if there is one.",
  })
  @NeedsViewer()
  removeRating(
    @Args('input', { description: 'What to rate no longer.' }) input: RemoveRatingInput,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.answers.answer(readRemoveRating, input, { context, info }, removed('RemoveRatingSuccess'));
  }
}
