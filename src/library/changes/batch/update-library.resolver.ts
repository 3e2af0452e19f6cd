import { Args, Context, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Movie } from '../../../movies/movie.model.js';
import { MoviesService } from '../../../movies/movies.service.js';
import { NeedsViewer } from '../../../platform/graphql/access/access.decorator.js';
import { Calls } from '../../../platform/graphql/limits/cost/calls.decorator.js';
import { toGlobalId } from '../../../platform/graphql/nodes/global-id.js';
import { isTmdbId } from '../../../platform/graphql/nodes/tmdb-id.js';
import { selectedFields } from '../../../platform/graphql/selected-fields.js';
import type { RequestContext } from '../../../platform/request/request-context.js';
import { toList } from '../../lists/list.mapper.js';
import { ChangeAnswers } from '../change-answers.service.js';
import { UpdateLibraryInput } from './update-library.input.js';
import { UpdateLibraryResult, UpdateLibrarySuccess } from './update-library.results.js';
import { UpdateLibraryService } from './update-library.service.js';

/** Many changes at once. */
@Resolver(() => UpdateLibrarySuccess)
export class UpdateLibraryResolver {
  constructor(
    private readonly updates: UpdateLibraryService,
    private readonly answers: ChangeAnswers,
    private readonly catalogue: MoviesService,
  ) {}

  @Calls({ changes: true })
  @Mutation(() => UpdateLibraryResult, {
    nullable: true,
    description: 'Makes up to 100 changes together: all of them, or none.',
  })
  @NeedsViewer()
  async updateLibrary(
    @Args('input', { description: 'What to change.' }) input: UpdateLibraryInput,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const writing = await this.answers.writingOf(input, { context, info });
    const outcome = await this.updates.update(input.changes, writing);
    if (outcome.__typename !== 'UpdateLibrarySuccess') return outcome;
    const { removed, lists, ...rest } = outcome;
    return {
      ...(await this.answers.rest(writing)),
      ...rest,
      deletedIds: removed.map(({ type, id }) => toGlobalId(type, id)),
      lists: lists.map((list) => toList(list, writing.scope)),
    };
  }

  @Calls({ finds: 'changed' })
  @ResolveField(() => [Movie], {
    nullable: 'itemsAndList',
    description:
      'The films that the changes were about, each once, in the order of the changes; null where TMDb has none.',
  })
  @NeedsViewer()
  movies(
    @Parent() { tmdbIds, scope }: UpdateLibrarySuccess,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Movie | null>[] {
    const fields = selectedFields(info, 'Movie');
    return tmdbIds.map(async (tmdbId) =>
      isTmdbId(tmdbId) ? this.catalogue.findByTmdbId(tmdbId, scope, fields, context) : null,
    );
  }
}
