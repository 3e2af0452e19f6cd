import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { GenresModule } from '../genres/genres.module.js';
import { MoviesModule } from '../movies/movies.module.js';
import { LibraryEntryResolver } from './library-entry.resolver.js';
import { LibraryNodes } from './library-nodes.js';
import { ListConnectionsService } from './lists/list-connections.service.js';
import { ListFactsLoader } from './lists/list-facts.loader.js';
import { ListResolver } from './lists/list.resolver.js';
import { ListsService } from './lists/lists.service.js';
import { HeldFilms } from './shelves/held-films.js';
import { ShelvesService } from './shelves/shelves.service.js';
import { StatisticsResolver } from './statistics/statistics.resolver.js';
import { StatisticsService } from './statistics/statistics.service.js';
import { WatchedFilmsService } from './statistics/watched-films.service.js';
import { UserLibraryResolver } from './user-library.resolver.js';
import { ViewerStateLoader } from './viewer-state/viewer-state.loader.js';
import { ViewerStateResolver } from './viewer-state/viewer-state.resolver.js';

/** The reading side of libraries. */
@Module({
  imports: [AuthModule, MoviesModule, GenresModule],
  providers: [
    HeldFilms,
    ShelvesService,
    ListConnectionsService,
    ListsService,
    ListFactsLoader,
    StatisticsService,
    WatchedFilmsService,
    ViewerStateLoader,
    LibraryNodes,
    UserLibraryResolver,
    LibraryEntryResolver,
    ListResolver,
    StatisticsResolver,
    ViewerStateResolver,
  ],
  exports: [ViewerStateLoader],
})
export class LibraryReaderModule {}
