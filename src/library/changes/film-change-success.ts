import { Field, ID, InterfaceType, ObjectType, type ReturnTypeFunc } from '@nestjs/graphql';
import type { Scope } from '../../platform/locale/locale.js';
import { User } from '../../users/user.model.js';

/** What a change answers beside its success's own fields; see `ChangeAnswers`. */
export const viewerField = { description: 'Whose library it is, as it is now.' };

/** A change of what a viewer keeps on a film. Its film is added by a resolver. */
@InterfaceType({
  description: 'A change that concerns a film and was made, or had been made before.',
  resolveType: (value: FilmChangeSuccess) => value.__typename,
})
export abstract class FilmChangeSuccess {
  abstract readonly __typename: string;

  @Field(() => User, viewerField)
  viewer!: User;

  /** Null where it can not be told which film it was. */
  tmdbId!: number | null;

  /** The language and country its film is read in. */
  scope!: Scope;
}

/** The base of what adding answers: `class AddToWatchlistSuccess extends AdditionOf<…>(() => WatchlistEntryEdge)`. */
export function AdditionOf<E>(edge: ReturnTypeFunc) {
  @ObjectType({ isAbstract: true })
  abstract class AbstractAddition extends FilmChangeSuccess {
    @Field(edge, { description: 'The entry that is there now, new or not, with its place in the usual order.' })
    edge!: E;
  }
  return AbstractAddition;
}

/** The base of what removing answers. */
@ObjectType({ isAbstract: true })
export abstract class Removal extends FilmChangeSuccess {
  @Field(() => ID, { nullable: true, description: 'The ID of what is gone; null when it was not there.' })
  deletedId!: string | null;
}
