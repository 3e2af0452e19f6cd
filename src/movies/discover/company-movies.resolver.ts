import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Company } from '../../companies/company.model.js';
import { pageRequestOf } from '../../platform/graphql/connections/page.args.js';
import { Calls } from '../../platform/graphql/limits/cost/calls.decorator.js';
import { pageSize } from '../../tmdb/reading/list-page.js';
import { toMovieConnection } from '../movie-connection.mapper.js';
import { MovieConnection } from '../movie.connection.js';
import { DiscoverService } from './discover.service.js';
import { MovieSort } from './movie-sort.js';
import { SortedPageArgs } from './sorted-page.args.js';

@Resolver(() => Company)
export class CompanyMoviesResolver {
  constructor(private readonly discover: DiscoverService) {}

  @Calls({ pages: pageSize })
  @ResolveField(() => MovieConnection, { nullable: true, description: 'The films that it produced.' })
  async movies(@Parent() { id, scope }: Company, @Args() args: SortedPageArgs): Promise<MovieConnection> {
    const sort = args.sort ?? MovieSort.POPULARITY_DESC;
    return toMovieConnection(
      await this.discover.read({ companies: { ids: [id] } }, sort, scope, pageRequestOf(args)),
      scope,
    );
  }
}
