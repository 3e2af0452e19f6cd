import { Field, InputType } from '@nestjs/graphql';
import {
  ListChangesInput,
  ListedFilmInput,
  ListInput,
  MovedEntryInput,
  NewListInput,
  PlacedFilmInput,
} from '../../lists/changes/list.inputs.js';
import { FilmInput, NotedFilmInput, RatedFilmInput, ViewingInput, WatchedFilmInput } from '../film.inputs.js';
import { LibraryInput } from '../library.input.js';

/** As the mutation of the same name. */
const as = (mutation: string) => ({ nullable: true, description: `As \`${mutation}\`.` });

@InputType({ description: 'One change: exactly one field is given.' })
export class LibraryChangeInput {
  @Field(() => FilmInput, as('addToWatchlist'))
  addToWatchlist?: FilmInput | null;

  @Field(() => FilmInput, as('removeFromWatchlist'))
  removeFromWatchlist?: FilmInput | null;

  @Field(() => FilmInput, as('addToFavorites'))
  addToFavorites?: FilmInput | null;

  @Field(() => FilmInput, as('removeFromFavorites'))
  removeFromFavorites?: FilmInput | null;

  @Field(() => RatedFilmInput, as('rateMovie'))
  rateMovie?: RatedFilmInput | null;

  @Field(() => FilmInput, as('removeRating'))
  removeRating?: FilmInput | null;

  @Field(() => WatchedFilmInput, as('markWatched'))
  markWatched?: WatchedFilmInput | null;

  @Field(() => ViewingInput, as('removeFromHistory'))
  removeFromHistory?: ViewingInput | null;

  @Field(() => NotedFilmInput, as('setMovieNote'))
  setMovieNote?: NotedFilmInput | null;

  @Field(() => NewListInput, as('createList'))
  createList?: NewListInput | null;

  @Field(() => ListChangesInput, as('updateList'))
  updateList?: ListChangesInput | null;

  @Field(() => ListInput, as('deleteList'))
  deleteList?: ListInput | null;

  @Field(() => PlacedFilmInput, as('addToList'))
  addToList?: PlacedFilmInput | null;

  @Field(() => ListedFilmInput, as('removeFromList'))
  removeFromList?: ListedFilmInput | null;

  @Field(() => MovedEntryInput, as('moveListItem'))
  moveListItem?: MovedEntryInput | null;
}

@InputType({ description: 'Changes that are made together.' })
export class UpdateLibraryInput extends LibraryInput {
  @Field(() => [LibraryChangeInput], { description: '1 to 100, made in this order.' })
  changes!: LibraryChangeInput[];
}
