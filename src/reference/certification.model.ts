import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Whom films are allowed for, in the terms of a country.' })
export class Certification {
  @Field(() => String, { description: 'The term, such as `PG-13`.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it means.' })
  meaning!: string | null;

  @Field(() => Int, { description: 'Its place among those of the country, mildest first.' })
  order!: number;
}
