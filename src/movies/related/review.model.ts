import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../../platform/graphql/connections/connection.types.js';
import { DateTimeScalar, UrlScalar } from '../../platform/graphql/scalars/output.scalars.js';

@ObjectType({ description: 'What a member of TMDb wrote about a film.' })
export class Review {
  @Field(() => ID, { description: 'Stable and unique, so that clients can cache by it; `node` does not take it.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Who wrote it.' })
  author!: string | null;

  @Field(() => UrlScalar, { nullable: true, description: "The author's picture, when there is one." })
  avatarUrl!: string | null;

  @Field(() => Float, { nullable: true, description: 'The vote of the author, 0.5 to 10, when there is one.' })
  rating!: number | null;

  @Field(() => String, { description: 'The text, in Markdown; treat it as untrusted when you show it.' })
  content!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was written.' })
  createdAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last changed.' })
  updatedAt!: string | null;

  @Field(() => UrlScalar, { nullable: true, description: 'Where it stands at TMDb.' })
  url!: string | null;
}

@ObjectType({ description: 'A review in a list.' })
export class ReviewEdge extends EdgeOf<Review>(() => Review) {}

@ObjectType({ description: 'A page of reviews.' })
export class ReviewConnection extends ConnectionOf<Review, ReviewEdge>(
  () => Review,
  () => ReviewEdge,
) {}
