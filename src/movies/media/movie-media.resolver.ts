import { Args, ArgsType, Context, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ImageConnection } from '../../images/image.connection.js';
import { imageOfFile, imagesOfKinds } from '../../images/image.mapper.js';
import { Image, ImageKind } from '../../images/image.model.js';
import { BadUserInputError } from '../../platform/errors/coded-error.js';
import { pageOfArray, toConnection } from '../../platform/graphql/connections/page.js';
import { PageArgs, pageRequestOf } from '../../platform/graphql/connections/page.args.js';
import { Calls } from '../../platform/graphql/limits/cost/calls.decorator.js';
import { LanguageCodeScalar } from '../../platform/graphql/scalars/language-code.scalar.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { keyOfMovie, MovieLoader } from '../movie.loader.js';
import { Movie } from '../movie.model.js';
import { imageLanguages, namedLanguages, videoLanguages } from './media-languages.js';
import { firstInLanguages } from './media.js';
import { bestTrailer, toVideo, videoTypeOf } from './video.mapper.js';
import { Video, VideoConnection, VideoType } from './video.model.js';

@ArgsType()
export class MovieImagesArgs extends PageArgs {
  @Field(() => ImageKind, { nullable: true, description: 'Only this kind; left out, posters, backdrops and logos.' })
  kind?: ImageKind | null;

  @Field(() => [LanguageCodeScalar], {
    nullable: true,
    description:
      'The languages of the words on them; pictures without words always count. Left out: the language asked for, that of the film, and English.',
  })
  languages?: string[] | null;
}

@ArgsType()
export class VideosArgs extends PageArgs {
  @Field(() => VideoType, { nullable: true, description: 'Only this type.' })
  type?: VideoType | null;

  @Field(() => Boolean, { nullable: true, description: 'Only official ones, or only others.' })
  official?: boolean | null;
}

/** What there is to see of a film. */
@Resolver(() => Movie)
export class MovieMediaResolver {
  constructor(private readonly movies: MovieLoader) {}

  @Calls({ needsThing: true, rereadBy: 'languages' })
  @ResolveField(() => ImageConnection, { nullable: true, description: 'Its pictures, best rated first.' })
  async images(@Parent() movie: Movie, @Args() args: MovieImagesArgs, @Context() context: RequestContext) {
    const request = pageRequestOf(args);
    const languages = args.languages ? checkedLanguages(args.languages) : undefined;
    const images = await this.movies.load('images', keyOfMovie(movie), context, languages);
    return images && toConnection(pageOfArray(imagesOfKinds(images, args.kind), request), (image) => ({ node: image }));
  }

  @Calls({ needsThing: true })
  @ResolveField(() => Image, {
    nullable: true,
    description: 'Its title as a lettering on transparent ground, in the best language there is.',
  })
  async logo(@Parent() movie: Movie, @Context() context: RequestContext) {
    const images = await this.movies.load('images', keyOfMovie(movie), context);
    const file = images && firstInLanguages(images.LOGO, imageLanguages(movie.scope.locale, movie.originalLanguage));
    return file && imageOfFile(ImageKind.LOGO, file);
  }

  @Calls({ needsThing: true })
  @ResolveField(() => VideoConnection, {
    nullable: true,
    description: 'Its videos in the language asked for, that of the film, and English.',
  })
  async videos(@Parent() movie: Movie, @Args() args: VideosArgs, @Context() context: RequestContext) {
    const request = pageRequestOf(args);
    const videos = await this.movies.load('videos', keyOfMovie(movie), context);
    if (videos === null) return null;
    const wanted = videos.filter(
      (video) =>
        (!args.type || args.type === videoTypeOf(video)) &&
        (typeof args.official !== 'boolean' || args.official === video.isOfficial),
    );
    return toConnection(pageOfArray(wanted, request), (video) => ({ node: toVideo(video) }));
  }

  @Calls({ needsThing: true })
  @ResolveField(() => Video, {
    nullable: true,
    description: 'The best official trailer in the language asked for, else in that of the film, else in English.',
  })
  async trailer(@Parent() movie: Movie, @Context() context: RequestContext) {
    const videos = await this.movies.load('videos', keyOfMovie(movie), context);
    const best = videos && bestTrailer(videos, videoLanguages(movie.scope.locale, movie.originalLanguage));
    return best && toVideo(best);
  }
}

const mostLanguages = 20;

function checkedLanguages(named: readonly string[]): (string | null)[] {
  if (named.length > mostLanguages) {
    throw new BadUserInputError(`\`languages\` has ${named.length} codes; it takes up to ${mostLanguages}.`);
  }
  return namedLanguages(named);
}
