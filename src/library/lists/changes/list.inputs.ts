import { Field, ID, InputType } from '@nestjs/graphql';
import { FilmInput } from '../../changes/film.inputs.js';
import { MutationInputOf } from '../../changes/library.input.js';
import { ListVisibility } from '../list.model.js';

const described = 'Up to 2,000 characters on what it is about';

@InputType({ description: 'A list to be made.' })
export class NewListInput {
  @Field(() => String, { description: 'What it is called: 1 to 100 characters on one line.' })
  name!: string;

  @Field(() => String, { nullable: true, description: `${described}.` })
  description?: string | null;

  @Field(() => ListVisibility, { nullable: true, description: 'Who can see it; left out, its owner alone.' })
  visibility?: ListVisibility | null;
}

@InputType({ description: 'What changes in a list; what is left out stays as it is.' })
export class ListChangesInput {
  @Field(() => ID, { description: 'The ID of the list.' })
  listId!: string;

  @Field(() => String, { nullable: true, description: 'What it is called: 1 to 100 characters on one line.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: `${described}; null or empty, there is none any more.` })
  description?: string | null;

  @Field(() => ListVisibility, { nullable: true, description: 'Who can see it.' })
  visibility?: ListVisibility | null;
}

@InputType({ description: 'A list of the viewer.' })
export class ListInput {
  @Field(() => ID, { description: 'The ID of the list.' })
  listId!: string;
}

@InputType({ description: 'A film and a list that it is in.' })
export class ListedFilmInput extends FilmInput {
  @Field(() => ID, { description: 'The ID of the list.' })
  listId!: string;
}

@InputType({ description: 'A film and its place in a list.' })
export class PlacedFilmInput extends ListedFilmInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The `ListEntry` it comes right after; null: it comes first. Left out: it comes last.',
  })
  afterEntryId?: string | null;
}

@InputType({ description: 'An entry of a list and where it goes.' })
export class MovedEntryInput {
  @Field(() => ID, { description: 'The ID of the list.' })
  listId!: string;

  @Field(() => ID, { description: 'The ID of the `ListEntry` that moves.' })
  entryId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The `ListEntry` it comes right after; null: it comes first. It has to be given.',
  })
  afterEntryId?: string | null;
}

@InputType({ description: 'The list to make.' })
export class CreateListInput extends MutationInputOf(NewListInput) {}

@InputType({ description: 'The list to change, and how.' })
export class UpdateListInput extends MutationInputOf(ListChangesInput) {}

@InputType({ description: 'The list to delete.' })
export class DeleteListInput extends MutationInputOf(ListInput) {}

@InputType({ description: 'What to put in which list, and where.' })
export class AddToListInput extends MutationInputOf(PlacedFilmInput) {}

@InputType({ description: 'What to take from which list.' })
export class RemoveFromListInput extends MutationInputOf(ListedFilmInput) {}

@InputType({ description: 'What moves, and where to.' })
export class MoveListItemInput extends MutationInputOf(MovedEntryInput) {}
