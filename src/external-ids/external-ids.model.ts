import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'What a film or person is called elsewhere.' })
export class ExternalIds {
  @Field(() => String, { nullable: true, description: 'At IMDb, such as `tt0137523` or `nm0000093`.' })
  imdbId!: string | null;

  @Field(() => String, { nullable: true, description: 'At Wikidata, such as `Q190050`.' })
  wikidataId!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of its page at Facebook.' })
  facebookId!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of its account at Instagram.' })
  instagramId!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of its account at X, formerly Twitter.' })
  twitterId!: string | null;
}
