import { Field, ObjectType } from '@nestjs/graphql';
import { CountryCodeScalar } from '../../platform/graphql/scalars/country-code.scalar.js';
import { UrlScalar } from '../../platform/graphql/scalars/output.scalars.js';
import { WatchProvider } from '../../reference/watch-provider.model.js';

@ObjectType({ description: 'Where a film can be watched in a country. Show `attribution` with it.' })
export class WatchOptions {
  @Field(() => CountryCodeScalar, { description: 'The country.' })
  region!: string;

  @Field(() => UrlScalar, { nullable: true, description: 'The page that leads on to each offer.' })
  link!: string | null;

  @Field(() => [WatchProvider], { description: 'With a subscription.' })
  subscription!: WatchProvider[];

  @Field(() => [WatchProvider], { description: 'Free of charge.' })
  free!: WatchProvider[];

  @Field(() => [WatchProvider], { description: 'Free of charge, with advertisements.' })
  ads!: WatchProvider[];

  @Field(() => [WatchProvider], { description: 'To rent.' })
  rent!: WatchProvider[];

  @Field(() => [WatchProvider], { description: 'To buy.' })
  buy!: WatchProvider[];

  @Field(() => String, { description: 'Whom to credit, always: the source is JustWatch.' })
  attribution!: string;
}
