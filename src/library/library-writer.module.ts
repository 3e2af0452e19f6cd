import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { MoviesModule } from '../movies/movies.module.js';
import { UpdateLibraryResolver } from './changes/batch/update-library.resolver.js';
import { UpdateLibraryService } from './changes/batch/update-library.service.js';
import { ChangeAnswers } from './changes/change-answers.service.js';
import { FilmChangeResolver } from './changes/film-change.resolver.js';
import { FilmChangesResolver } from './changes/film-changes.resolver.js';
import { LibraryWriter } from './changes/library-writer.service.js';
import { ViewingChangesResolver } from './changes/viewing-changes.resolver.js';
import { LibraryReaderModule } from './library-reader.module.js';
import { ListChangesResolver } from './lists/changes/list-changes.resolver.js';
import { ListEntryChangesResolver } from './lists/changes/list-entry-changes.resolver.js';

/** The writing side of libraries. */
@Module({
  imports: [AuthModule, MoviesModule, LibraryReaderModule],
  providers: [
    LibraryWriter,
    UpdateLibraryService,
    ChangeAnswers,
    FilmChangeResolver,
    FilmChangesResolver,
    ViewingChangesResolver,
    ListChangesResolver,
    ListEntryChangesResolver,
    UpdateLibraryResolver,
  ],
})
export class LibraryWriterModule {}
