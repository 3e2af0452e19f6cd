import { Args, ArgsType, Context, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { imageOfPath } from '../images/image.mapper.js';
import { Image, ImageKind } from '../images/image.model.js';
import { LocaleScalar } from '../platform/graphql/scalars/locale.scalar.js';
import type { Locale, Scope } from '../platform/locale/locale.js';
import type { RequestContext } from '../platform/request/request-context.js';
import type { MovieSummary } from './movie-summary.js';
import { MovieLoader } from './movie.loader.js';
import { Movie } from './movie.model.js';

@ArgsType()
export class LocaleArgs {
  @Field(() => LocaleScalar, {
    nullable: true,
    description: 'The language of this one field; left out, that of the film.',
  })
  locale?: Locale[] | null;
}

/** What a film is called, said to be about and shown by, each in a language of its own if asked. */
@Resolver(() => Movie)
export class MoviePresentationResolver {
  constructor(private readonly movies: MovieLoader) {}

  @ResolveField(() => String, {
    nullable: true,
    description: 'The title in the language asked for, else the original one; null only when it can not be fetched.',
  })
  async title(@Parent() movie: Movie, @Args() args: LocaleArgs, @Context() context: RequestContext) {
    return (await this.summaryIn(args, movie, context))?.title ?? null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'What happens, in a paragraph; null where nobody has written it in the language asked for.',
  })
  async overview(@Parent() movie: Movie, @Args() args: LocaleArgs, @Context() context: RequestContext) {
    return (await this.summaryIn(args, movie, context))?.overview ?? null;
  }

  @ResolveField(() => String, { nullable: true, description: 'The line that advertises it.' })
  async tagline(@Parent() movie: Movie, @Args() args: LocaleArgs, @Context() context: RequestContext) {
    const { tmdbId, scope } = movie;
    const details = await this.movies.load('details', { tmdbId, locale: localeOf(args, scope, context) }, context);
    return details?.tagline ?? null;
  }

  @ResolveField(() => Image, { nullable: true, description: 'The tall picture for lists, in the language asked for.' })
  async poster(@Parent() movie: Movie, @Args() args: LocaleArgs, @Context() context: RequestContext) {
    return imageOfPath(ImageKind.POSTER, (await this.summaryIn(args, movie, context))?.posterPath ?? null);
  }

  @ResolveField(() => Image, { nullable: true, description: 'The wide picture for headers, without words.' })
  backdrop(@Parent() movie: Movie): Image | null {
    return imageOfPath(ImageKind.BACKDROP, movie.summary.backdropPath);
  }

  private summaryIn(
    { locale }: LocaleArgs,
    { tmdbId, scope, summary }: Movie,
    context: RequestContext,
  ): Promise<MovieSummary | null> | MovieSummary {
    const asked = localeOf({ locale }, scope, context);
    return asked === scope.locale ? summary : this.movies.load('summary', { tmdbId, locale: asked }, context);
  }
}

/** The field's own locale before that of the film; noted for Content-Language. */
function localeOf({ locale }: LocaleArgs, scope: Scope, { trace }: RequestContext): Locale {
  const named = locale?.[0];
  if (named !== undefined) trace.locales.add(named);
  return named ?? scope.locale;
}
