import { Args, ArgsType, Context, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Calls } from '../../platform/graphql/limits/cost/calls.decorator.js';
import { CountryCodeScalar } from '../../platform/graphql/scalars/country-code.scalar.js';
import type { Region } from '../../platform/locale/locale.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { toWatchProvider } from '../../reference/watch-provider.mapper.js';
import { keyOfMovie, MovieLoader } from '../movie.loader.js';
import { Movie } from '../movie.model.js';
import { certificationOf, type RegionalOffers } from './availability.js';
import { RegionalReleases } from './release.model.js';
import { WatchOptions } from './watch-options.model.js';

@ArgsType()
export class RegionArgs {
  @Field(() => CountryCodeScalar, { nullable: true, description: 'The country; left out, that of the film.' })
  region?: Region | null;
}

@ArgsType()
export class RegionFilterArgs {
  @Field(() => CountryCodeScalar, { nullable: true, description: 'Only this country; left out, all of them.' })
  region?: Region | null;
}

/** When, where and for whom a film can be seen. */
@Resolver(() => Movie)
export class MovieAvailabilityResolver {
  constructor(private readonly movies: MovieLoader) {}

  @Calls({ needsThing: true })
  @ResolveField(() => [RegionalReleases], { nullable: true, description: 'When it came out, country by country.' })
  async releaseDates(@Parent() movie: Movie, @Args() args: RegionFilterArgs, @Context() context: RequestContext) {
    const releases = await this.movies.load('releases', keyOfMovie(movie), context);
    return releases?.filter(({ region }) => !args.region || args.region === region) ?? null;
  }

  @Calls({ needsThing: true })
  @ResolveField(() => String, {
    nullable: true,
    description: 'Whom the country allows it for, such as `PG-13`; null where it is not rated.',
  })
  async certification(@Parent() movie: Movie, @Args() args: RegionArgs, @Context() context: RequestContext) {
    const releases = await this.movies.load('releases', keyOfMovie(movie), context);
    return releases && certificationOf(releases, args.region ?? movie.scope.region);
  }

  @Calls({ needsThing: true })
  @ResolveField(() => WatchOptions, {
    nullable: true,
    description: 'Where to watch it in a country; null where nobody offers it. Source: JustWatch.',
  })
  async watchProviders(
    @Parent() movie: Movie,
    @Args() args: RegionArgs,
    @Context() context: RequestContext,
  ): Promise<WatchOptions | null> {
    const region = args.region ?? movie.scope.region;
    const offers = (await this.movies.load('offers', keyOfMovie(movie), context))?.[region];
    return offers ? toWatchOptions(region, offers) : null;
  }
}

function toWatchOptions(region: Region, offers: RegionalOffers): WatchOptions {
  return {
    region,
    link: offers.link,
    subscription: offers.subscription.map(toWatchProvider),
    free: offers.free.map(toWatchProvider),
    ads: offers.ads.map(toWatchProvider),
    rent: offers.rent.map(toWatchProvider),
    buy: offers.buy.map(toWatchProvider),
    attribution: 'JustWatch',
  };
}
