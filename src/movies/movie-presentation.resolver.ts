import { Args, ArgsType, Context, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { imageOfPath } from '../images/image.mapper.js';
import { Image, ImageKind } from '../images/image.model.js';
import { Calls } from '../platform/graphql/limits/cost/calls.decorator.js';
import { LocaleScalar } from '../platform/graphql/scalars/locale.scalar.js';
import type { Locale } from '../platform/locale/locale.js';
import { IfAtHand, Pure } from '../platform/graphql/execution/repeatable.decorator.js';
import { mapMaybe } from '../platform/request/maybe-promise.js';
import type { RequestContext } from '../platform/request/request-context.js';
import { MovieTextsService } from './languages/movie-texts.service.js';
import { ResolvedLocale } from './languages/resolved-locale.model.js';
import { hasTitleIn } from './languages/resolve-texts.js';
import { languagesOf } from './languages/fallback.loader.js';
import { Movie } from './movie.model.js';

@ArgsType()
export class LocaleArgs {
  @Field(() => LocaleScalar, {
    nullable: true,
    description: 'The language of this one field, or a chain of them; left out, that of the film.',
  })
  locale?: Locale[] | null;
}

/** What a film is called, said to be about and shown by, each in languages of its own if asked. */
@Resolver(() => Movie)
export class MoviePresentationResolver {
  constructor(private readonly texts: MovieTextsService) {}

  @Calls({ rereadBy: 'locale' })
  @ResolveField(() => String, {
    nullable: true,
    description:
      'The title in the first language asked for that has one, else the original one; null only when it can not be fetched. Films of a list go beyond the first language where `translations` is asked for as well, or held in the cache.',
  })
  @IfAtHand(titleAtHand)
  title(@Parent() movie: Movie, @Args() args: LocaleArgs, @Context() context: RequestContext) {
    return mapMaybe(this.texts.title(movie, context, args.locale), ({ text }) => text);
  }

  @Calls({ rereadBy: 'locale' })
  @ResolveField(() => String, {
    nullable: true,
    description:
      'What happens, in a paragraph, in the first language asked for that has one; null where nobody has written it. Films of a list go beyond the first language as with `title`.',
  })
  @IfAtHand(overviewAtHand)
  overview(@Parent() movie: Movie, @Args() args: LocaleArgs, @Context() context: RequestContext) {
    return mapMaybe(this.texts.overview(movie, context, args.locale), ({ text }) => text);
  }

  @Calls({ needsThing: true, rereadBy: 'locale' })
  @ResolveField(() => String, {
    nullable: true,
    description:
      'The line that advertises it, in the first language asked for that has one. Films of a list go beyond the first language as with `title`.',
  })
  async tagline(@Parent() movie: Movie, @Args() args: LocaleArgs, @Context() context: RequestContext) {
    return (await this.texts.tagline(movie, context, args.locale)).text;
  }

  @ResolveField(() => ResolvedLocale, {
    nullable: true,
    description: 'The languages that `title` and `overview` are in, where they name none of their own.',
  })
  async resolvedLocale(@Parent() movie: Movie, @Context() context: RequestContext): Promise<ResolvedLocale> {
    const [title, overview] = await Promise.all([
      this.texts.title(movie, context),
      this.texts.overview(movie, context),
    ]);
    return { title: title.locale, overview: overview.locale };
  }

  @Calls({ rereadBy: 'locale' })
  @ResolveField(() => Image, {
    nullable: true,
    description:
      'The tall picture for lists, in the first language asked for that has one. Films of a list go beyond the first language where `images` or `logo` is asked for as well, or held in the cache.',
  })
  @IfAtHand(posterAtHand)
  poster(@Parent() movie: Movie, @Args() args: LocaleArgs, @Context() context: RequestContext) {
    return this.texts.poster(movie, context, args.locale);
  }

  @ResolveField(() => Image, { nullable: true, description: 'The wide picture for headers, without words.' })
  @Pure()
  backdrop(@Parent() movie: Movie): Image | null {
    return imageOfPath(ImageKind.BACKDROP, movie.summary.backdropPath);
  }
}

// Others of a chain may have a text of their own, which the resolvers look for.

function titleAtHand({ summary, scope }: Movie, { locale }: LocaleArgs): string | null | undefined {
  const isKnown = scope.locales.length === 1 || hasTitleIn(scope.locale, summary);
  return locale || !isKnown ? undefined : summary.title;
}

function overviewAtHand({ summary, scope }: Movie, { locale }: LocaleArgs): string | null | undefined {
  const isKnown = scope.locales.length === 1 || summary.overview !== null;
  return locale || !isKnown ? undefined : summary.overview;
}

function posterAtHand({ summary, scope }: Movie, { locale }: LocaleArgs): Image | null | undefined {
  if (locale || languagesOf(scope.locales).length > 1) return undefined;
  return imageOfPath(ImageKind.POSTER, summary.posterPath);
}
