import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Genre } from '../../genres/genre.model.js';
import { pageRequestOf } from '../../platform/graphql/connections/page.args.js';
import { Calls } from '../../platform/graphql/limits/cost/calls.decorator.js';
import { pageSize } from '../../tmdb/reading/list-page.js';
import { toMovieConnection } from '../movie-connection.mapper.js';
import { MovieConnection } from '../movie.connection.js';
import { DiscoverService } from './discover.service.js';
import { MovieSort } from './movie-sort.js';
import { SortedPageArgs } from './sorted-page.args.js';

@Resolver(() => Genre)
export class GenreMoviesResolver {
  constructor(private readonly discover: DiscoverService) {}

  @Calls({ pages: pageSize })
  @ResolveField(() => MovieConnection, { nullable: true, description: 'The films of this kind.' })
  async movies(@Parent() { id, scope }: Genre, @Args() args: SortedPageArgs): Promise<MovieConnection> {
    const sort = args.sort ?? MovieSort.POPULARITY_DESC;
    return toMovieConnection(
      await this.discover.read({ genres: { ids: [id] } }, sort, scope, pageRequestOf(args)),
      scope,
    );
  }
}
