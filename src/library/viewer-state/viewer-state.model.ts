import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Node } from '../../platform/graphql/nodes/node.interface.js';
import { DateTimeScalar } from '../../platform/graphql/scalars/output.scalars.js';
import { List } from '../lists/list.model.js';

/** What a viewer has to do with one film, whether that is much or nothing. */
@ObjectType({ implements: () => Node, description: 'What the viewer has to do with a film.' })
export class MovieViewerState implements Node {
  readonly __typename = 'MovieViewerState';

  @Field(() => ID, { description: 'Opaque, unique across all types, and stable: clients cache by it.' })
  id!: string;

  @Field(() => Int, { description: "The film's number at TMDb." })
  tmdbId!: number;

  @Field(() => Boolean, { description: 'Whether they want to watch it.' })
  isOnWatchlist!: boolean;

  @Field(() => Boolean, { description: 'Whether it is among their favourites.' })
  isFavorite!: boolean;

  @Field(() => Float, {
    nullable: true,
    description: 'Their rating, from 0.5 to 10 in halves; null until they rate it.',
  })
  rating!: number | null;

  @Field(() => Int, { description: 'How often they watched it.' })
  watchedCount!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they last watched it; null until they do.' })
  lastWatchedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Their own words on it.' })
  note!: string | null;

  @Field(() => [List], { description: 'Those of their lists that it is in, newest first.' })
  lists!: readonly List[];
}
