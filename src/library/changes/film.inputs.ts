import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { MutationInputOf } from './library.input.js';

@InputType({ description: 'A film, named in exactly one way.' })
export class FilmInput {
  @Field(() => ID, { nullable: true, description: 'Its global ID. Give exactly one way of naming it.' })
  movieId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Its number at TMDb, such as `550`.' })
  tmdbId?: number | null;
}

@InputType({ description: 'A film and what the viewer thinks of it.' })
export class RatedFilmInput extends FilmInput {
  @Field(() => Float, { description: 'From 0.5 to 10, in halves, such as `8.5`.' })
  value!: number;
}

@InputType({ description: 'A film and when the viewer watched it.' })
export class WatchedFilmInput extends FilmInput {
  @Field(() => String, {
    nullable: true,
    description:
      'A day such as `2026-11-24`, which counts as noon UTC of it, or an instant such as `2026-11-24T20:15:00+01:00`; from 1888 on, and not in the future. Left out: now, to the minute.',
  })
  watchedAt?: string | null;
}

@InputType({ description: 'A film and what the viewer notes on it.' })
export class NotedFilmInput extends FilmInput {
  @Field(() => String, {
    nullable: true,
    description: 'Up to 2,000 characters; empty, null or left out, the note is removed.',
  })
  note?: string | null;
}

@InputType({ description: 'One time that the viewer watched a film.' })
export class ViewingInput {
  @Field(() => ID, { description: 'The ID of the `Viewing`.' })
  viewingId!: string;
}

@InputType({ description: 'What to put on the watchlist.' })
export class AddToWatchlistInput extends MutationInputOf(FilmInput) {}

@InputType({ description: 'What to take off the watchlist.' })
export class RemoveFromWatchlistInput extends MutationInputOf(FilmInput) {}

@InputType({ description: 'What to put among the favourites.' })
export class AddToFavoritesInput extends MutationInputOf(FilmInput) {}

@InputType({ description: 'What to take from the favourites.' })
export class RemoveFromFavoritesInput extends MutationInputOf(FilmInput) {}

@InputType({ description: 'What to rate, and how.' })
export class RateMovieInput extends MutationInputOf(RatedFilmInput) {}

@InputType({ description: 'What is no longer rated.' })
export class RemoveRatingInput extends MutationInputOf(FilmInput) {}

@InputType({ description: 'What was watched, and when.' })
export class MarkWatchedInput extends MutationInputOf(WatchedFilmInput) {}

@InputType({ description: 'What to take from the history.' })
export class RemoveFromHistoryInput extends MutationInputOf(ViewingInput) {}

@InputType({ description: 'What to note, and on which film.' })
export class SetMovieNoteInput extends MutationInputOf(NotedFilmInput) {}
