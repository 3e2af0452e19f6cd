import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { toCollection } from '../collections/collection.mapper.js';
import { Collection } from '../collections/collection.model.js';
import { toCompany } from '../companies/company.mapper.js';
import { Company } from '../companies/company.model.js';
import { Calls } from '../platform/graphql/limits/cost/calls.decorator.js';
import { CountryCodeScalar } from '../platform/graphql/scalars/country-code.scalar.js';
import { SafeIntScalar, UrlScalar } from '../platform/graphql/scalars/output.scalars.js';
import type { RequestContext } from '../platform/request/request-context.js';
import { Country } from '../reference/country.model.js';
import { Language } from '../reference/language.model.js';
import { MovieTextsService } from './languages/movie-texts.service.js';
import type { MovieDetails } from './movie-details.js';
import { movieStatusOf } from './movie-details.mapper.js';
import { keyOfMovie, MovieLoader } from './movie.loader.js';
import { Movie, MovieStatus } from './movie.model.js';

/** What no list tells of a film but its own page does. */
@Resolver(() => Movie)
export class MovieDetailsResolver {
  constructor(
    private readonly movies: MovieLoader,
    private readonly texts: MovieTextsService,
  ) {}

  @Calls({ needsThing: true })
  @ResolveField(() => String, { nullable: true, description: 'Its ID at IMDb, such as `tt0137523`.' })
  async imdbId(@Parent() movie: Movie, @Context() context: RequestContext) {
    return (await this.details(movie, context))?.imdbId ?? null;
  }

  @Calls({ needsThing: true })
  @ResolveField(() => UrlScalar, { nullable: true, description: 'Its own page, in the first language that has one.' })
  async homepage(@Parent() movie: Movie, @Context() context: RequestContext) {
    return (await this.texts.homepage(movie, context)).text;
  }

  @Calls({ needsThing: true })
  @ResolveField(() => Int, { nullable: true, description: 'Its length in minutes; null until known.' })
  async runtimeMinutes(@Parent() movie: Movie, @Context() context: RequestContext) {
    return (await this.movies.load('runtime', keyOfMovie(movie), context))?.minutes ?? null;
  }

  @Calls({ needsThing: true })
  @ResolveField(() => MovieStatus, { nullable: true, description: 'How far it has come.' })
  async status(@Parent() movie: Movie, @Context() context: RequestContext) {
    const details = await this.details(movie, context);
    return details && movieStatusOf(details);
  }

  @Calls({ needsThing: true })
  @ResolveField(() => SafeIntScalar, { nullable: true, description: 'What it cost, in US dollars; null until known.' })
  async budget(@Parent() movie: Movie, @Context() context: RequestContext) {
    return (await this.details(movie, context))?.budget ?? null;
  }

  @Calls({ needsThing: true })
  @ResolveField(() => SafeIntScalar, {
    nullable: true,
    description: 'What it took at the box office, in US dollars; null until known. It can pass 2^31.',
  })
  async revenue(@Parent() movie: Movie, @Context() context: RequestContext) {
    return (await this.details(movie, context))?.revenue ?? null;
  }

  @Calls({ needsThing: true })
  @ResolveField(() => Collection, { nullable: true, description: 'The films it belongs with, when there are any.' })
  async collection(@Parent() movie: Movie, @Context() context: RequestContext) {
    const details = await this.details(movie, context);
    return details?.collection ? toCollection(details.collection, movie.scope) : null;
  }

  @Calls({ needsThing: true })
  @ResolveField(() => [Company], { nullable: true, description: 'Who produced it.' })
  async productionCompanies(@Parent() movie: Movie, @Context() context: RequestContext) {
    const details = await this.details(movie, context);
    return details && details.companies.map((company) => toCompany(company, movie.scope));
  }

  @Calls({ needsThing: true })
  @ResolveField(() => [Country], { nullable: true, description: 'Where it was produced.' })
  async productionCountries(@Parent() movie: Movie, @Context() context: RequestContext) {
    return (await this.details(movie, context))?.productionCountries ?? null;
  }

  @Calls({ needsThing: true })
  @ResolveField(() => [CountryCodeScalar], { nullable: true, description: 'The countries it counts as coming from.' })
  async originCountries(@Parent() movie: Movie, @Context() context: RequestContext) {
    return (await this.details(movie, context))?.originCountries ?? null;
  }

  @Calls({ needsThing: true })
  @ResolveField(() => [Language], { nullable: true, description: 'The languages spoken in it.' })
  async spokenLanguages(@Parent() movie: Movie, @Context() context: RequestContext) {
    return (await this.details(movie, context))?.spokenLanguages ?? null;
  }

  private details(movie: Movie, context: RequestContext): Promise<MovieDetails | null> {
    return this.movies.load('details', keyOfMovie(movie), context);
  }
}
