import { AboutModule } from './about/about.module.js';
import { AuthModule } from './auth/auth.module.js';
import { CollectionsModule } from './collections/collections.module.js';
import { CompaniesModule } from './companies/companies.module.js';
import { GenresModule } from './genres/genres.module.js';
import { ImagesModule } from './images/images.module.js';
import { KeywordsModule } from './keywords/keywords.module.js';
import { LibraryReaderModule } from './library/library-reader.module.js';
import { LibraryWriterModule } from './library/library-writer.module.js';
import { FreshnessModule } from './movies/freshness/freshness.module.js';
import { MoviesModule } from './movies/movies.module.js';
import { PeopleModule } from './people/people.module.js';
import { ReferenceModule } from './reference/reference.module.js';
import { SearchModule } from './search/search.module.js';

/** The modules of the features, lower ones first. */
export const features = [
  ImagesModule,
  GenresModule,
  KeywordsModule,
  CompaniesModule,
  CollectionsModule,
  PeopleModule,
  ReferenceModule,
  MoviesModule,
  FreshnessModule,
  SearchModule,
  AboutModule,
  AuthModule,
  LibraryReaderModule,
  LibraryWriterModule,
];
