import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewersService } from '../../auth/viewers/viewers.service.js';
import { Movie } from '../../movies/movie.model.js';
import { OpenToEveryone } from '../../platform/graphql/access/access.decorator.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { ViewerStateLoader } from './viewer-state.loader.js';
import { toMovieViewerState } from './viewer-state.mapper.js';
import { MovieViewerState } from './viewer-state.model.js';

/** The field that libraries add to films. */
@Resolver(() => Movie)
export class ViewerStateResolver {
  constructor(
    private readonly viewers: ViewersService,
    private readonly states: ViewerStateLoader,
  ) {}

  @ResolveField(() => MovieViewerState, {
    nullable: true,
    description: 'What the viewer has to do with it; null when nobody is signed in.',
  })
  @OpenToEveryone()
  async viewerState(
    @Parent() { tmdbId, scope }: Movie,
    @Context() context: RequestContext,
  ): Promise<MovieViewerState | null> {
    const viewer = await this.viewers.find(context);
    return viewer && toMovieViewerState(await this.states.load(viewer.user.id, tmdbId, context), scope);
  }
}
