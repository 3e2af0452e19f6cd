import { Field, ObjectType } from '@nestjs/graphql';

/** All that others learn of whoever keeps a list. */
@ObjectType({ description: 'Whoever keeps a list, as far as others are told.' })
export class ListOwner {
  @Field(() => String, { nullable: true, description: 'What they are called; null until they choose a name.' })
  displayName!: string | null;
}
