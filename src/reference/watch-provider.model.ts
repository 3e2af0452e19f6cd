import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Image } from '../images/image.model.js';

@ObjectType({ description: 'A service where films can be watched. Source: JustWatch, which must be credited.' })
export class WatchProvider {
  @Field(() => ID, {
    description: 'Stable and unique, for client caches and for `discoverMovies`; `node` does not take it.',
  })
  id!: string;

  @Field(() => Int, { description: 'Its number at TMDb.' })
  tmdbId!: number;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Image, { nullable: true, description: 'Its emblem.' })
  logo!: Image | null;
}
