import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AppConfig } from '../../config/app-config.js';
import { Genre } from '../../genres/genre.model.js';
import { GenresService } from '../../genres/genres.service.js';
import { toKeyword } from '../../keywords/keyword.mapper.js';
import { Keyword } from '../../keywords/keyword.model.js';
import { toConnection } from '../../platform/graphql/connections/page.js';
import { PageArgs, pageRequestOf } from '../../platform/graphql/connections/page.args.js';
import { Calls } from '../../platform/graphql/limits/cost/calls.decorator.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { pageSize } from '../../tmdb/reading/list-page.js';
import { MovieConnection } from '../movie.connection.js';
import { toMovieConnection } from '../movie-connection.mapper.js';
import { keyOfMovie, MovieLoader } from '../movie.loader.js';
import { Movie } from '../movie.model.js';
import { RelatedMoviesService } from './related-movies.service.js';
import { toReview } from './review.mapper.js';
import { ReviewConnection } from './review.model.js';

/** What a film has to do with. */
@Resolver(() => Movie)
export class MovieRelatedResolver {
  constructor(
    private readonly movies: MovieLoader,
    private readonly related: RelatedMoviesService,
    private readonly genresService: GenresService,
    private readonly config: AppConfig,
  ) {}

  @Calls({ once: { genres: 1 } })
  @ResolveField(() => [Genre], { nullable: true, description: 'What kind of film it is, most fitting first.' })
  genres(@Parent() { summary, scope }: Movie, @Context() context: RequestContext) {
    return this.genresService.findByTmdbIds(summary.genreIds, scope, context);
  }

  @Calls({ needsThing: true, rows: 20 })
  @ResolveField(() => [Keyword], { nullable: true, description: 'Words that describe it.' })
  async keywords(@Parent() movie: Movie, @Context() context: RequestContext) {
    const keywords = await this.movies.load('keywords', keyOfMovie(movie), context);
    return keywords && keywords.map((keyword) => toKeyword(keyword, movie.scope));
  }

  @Calls({ needsThing: true, furtherPages: pageSize })
  @ResolveField(() => MovieConnection, { nullable: true, description: 'Films that its viewers liked, too.' })
  async recommendations(@Parent() movie: Movie, @Args() args: PageArgs, @Context() context: RequestContext) {
    const page = await this.related.read('recommendations', keyOfMovie(movie), pageRequestOf(args), context);
    return toMovieConnection(page, movie.scope);
  }

  @Calls({ needsThing: true, furtherPages: pageSize })
  @ResolveField(() => MovieConnection, { nullable: true, description: 'Films with like genres and keywords.' })
  async similar(@Parent() movie: Movie, @Args() args: PageArgs, @Context() context: RequestContext) {
    const page = await this.related.read('similar', keyOfMovie(movie), pageRequestOf(args), context);
    return toMovieConnection(page, movie.scope);
  }

  @Calls({ needsThing: true, furtherPages: pageSize })
  @ResolveField(() => ReviewConnection, { nullable: true, description: 'What members of TMDb wrote about it.' })
  async reviews(@Parent() movie: Movie, @Args() args: PageArgs, @Context() context: RequestContext) {
    const page = await this.related.readReviews(keyOfMovie(movie), pageRequestOf(args), context);
    return toConnection(page, (review) => ({ node: toReview(review, this.config.tmdb.imageBaseUrl) }));
  }
}
