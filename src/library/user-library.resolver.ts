import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { NeedsViewer } from '../platform/graphql/access/access.decorator.js';
import { PageArgs } from '../platform/graphql/connections/page.args.js';
import { User } from '../users/user.model.js';
import { FavoriteConnection } from './entries/favorite.model.js';
import { MovieRatingConnection } from './entries/movie-rating.model.js';
import { ViewingConnection } from './entries/viewing.model.js';
import { WatchlistEntryConnection } from './entries/watchlist-entry.model.js';
import { ListConnectionsService } from './lists/list-connections.service.js';
import { toList } from './lists/list.mapper.js';
import { ListConnection } from './lists/list.model.js';
import { FavoritesArgs, HistoryArgs, RatingsArgs, type ShelfArgs, WatchlistArgs } from './shelves/shelf.args.js';
import { toLazyConnection, toShelfConnection } from './shelves/shelf-connection.mapper.js';
import type { Shelf, ShelfEntry } from './shelves/shelf.js';
import { favoritesShelf, historyShelf, ratingsShelf, watchlistShelf } from './shelves/shelves.js';
import { ShelvesService } from './shelves/shelves.service.js';
import { LibraryStatistics } from './statistics/statistics.model.js';
import { StatisticsService } from './statistics/statistics.service.js';

/** What a viewer keeps. A `User` is only ever given to its owner, so its library is theirs. */
@Resolver(() => User)
export class UserLibraryResolver {
  constructor(
    private readonly shelves: ShelvesService,
    private readonly listPages: ListConnectionsService,
    private readonly counts: StatisticsService,
  ) {}

  @ResolveField(() => WatchlistEntryConnection, { nullable: true, description: 'The films they want to watch.' })
  @NeedsViewer()
  watchlist(@Parent() user: User, @Args() args: WatchlistArgs) {
    return this.read(watchlistShelf, user, args);
  }

  @ResolveField(() => FavoriteConnection, { nullable: true, description: 'The films they love.' })
  @NeedsViewer()
  favorites(@Parent() user: User, @Args() args: FavoritesArgs) {
    return this.read(favoritesShelf, user, args);
  }

  @ResolveField(() => MovieRatingConnection, { nullable: true, description: 'The films they rated.' })
  @NeedsViewer()
  ratings(@Parent() user: User, @Args() args: RatingsArgs) {
    return this.read(ratingsShelf, user, args);
  }

  @ResolveField(() => ViewingConnection, { nullable: true, description: 'What they watched, each time apart.' })
  @NeedsViewer()
  history(@Parent() user: User, @Args() args: HistoryArgs) {
    return this.read(historyShelf, user, args);
  }

  @ResolveField(() => ListConnection, { nullable: true, description: 'Their lists, newest first.' })
  @NeedsViewer()
  async lists(@Parent() { userId, scope }: User, @Args() args: PageArgs) {
    return toLazyConnection(await this.listPages.read(userId, args), (list) => toList(list, scope));
  }

  @ResolveField(() => LibraryStatistics, { nullable: true, description: 'Their library in numbers.' })
  @NeedsViewer()
  async statistics(@Parent() { userId, scope }: User): Promise<LibraryStatistics> {
    return { ...(await this.counts.count(userId)), userId, scope };
  }

  private async read<Entry extends ShelfEntry, Node>(
    shelf: Shelf<Entry, Node>,
    { userId, scope }: User,
    args: ShelfArgs,
  ) {
    const view = { ownerId: userId, viewerId: userId };
    return toShelfConnection(shelf, await this.shelves.read(shelf, view, args, scope.locale), scope);
  }
}
