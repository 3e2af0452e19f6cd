import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { GenresService } from '../../genres/genres.service.js';
import { NeedsViewer } from '../../platform/graphql/access/access.decorator.js';
import { Calls } from '../../platform/graphql/limits/cost/calls.decorator.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { DecadeCount, GenreCount, LibraryStatistics } from './statistics.model.js';
import { mostFetched, type WatchedFilms, WatchedFilmsService } from './watched-films.service.js';

const watchedFilms = { 'films watched': mostFetched };

/** The numbers that need the catalogue; it is looked into once, and only when one of them is asked for. */
@Resolver(() => LibraryStatistics)
export class StatisticsResolver {
  private readonly known = new WeakMap<LibraryStatistics, Promise<WatchedFilms>>();

  constructor(
    private readonly films: WatchedFilmsService,
    private readonly genres: GenresService,
  ) {}

  @Calls({ once: watchedFilms })
  @ResolveField(() => Int, {
    nullable: true,
    description:
      'Of how many of the films watched the catalogue could tell: minutes, genres and decades count these alone.',
  })
  @NeedsViewer()
  async coveredCount(@Parent() statistics: LibraryStatistics, @Context() context: RequestContext): Promise<number> {
    return (await this.watched(statistics, context)).coveredCount;
  }

  @Calls({ once: watchedFilms })
  @ResolveField(() => Int, { nullable: true, description: 'The minutes of all viewings.' })
  @NeedsViewer()
  async minutesWatched(@Parent() statistics: LibraryStatistics, @Context() context: RequestContext): Promise<number> {
    return (await this.watched(statistics, context)).minutesWatched;
  }

  @Calls({ once: { ...watchedFilms, genres: 1 }, rows: 20 })
  @ResolveField(() => [GenreCount], { nullable: true, description: 'The films watched by genre, most first.' })
  @NeedsViewer()
  async byGenre(@Parent() statistics: LibraryStatistics, @Context() context: RequestContext): Promise<GenreCount[]> {
    const { byGenre } = await this.watched(statistics, context);
    const ids = [...byGenre].toSorted(([, one], [, other]) => other - one).map(([id]) => id);
    const genres = await this.genres.findByTmdbIds(ids, statistics.scope, context);
    return genres.map((genre) => ({ genre, count: byGenre.get(genre.tmdbId) ?? 0 }));
  }

  @Calls({ once: watchedFilms })
  @ResolveField(() => [DecadeCount], { nullable: true, description: 'The films watched by decade, earliest first.' })
  @NeedsViewer()
  async byDecade(@Parent() statistics: LibraryStatistics, @Context() context: RequestContext): Promise<DecadeCount[]> {
    const { byDecade } = await this.watched(statistics, context);
    return [...byDecade].toSorted(([one], [other]) => one - other).map(([decade, count]) => ({ decade, count }));
  }

  private watched(statistics: LibraryStatistics, context: RequestContext): Promise<WatchedFilms> {
    const known = this.known.get(statistics);
    if (known !== undefined) return known;
    const { userId, scope } = statistics;
    const films = this.films.sum(userId, scope.locale, context);
    this.known.set(statistics, films);
    return films;
  }
}
