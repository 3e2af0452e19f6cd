import { Module } from '@nestjs/common';
import { MoviesModule } from '../movies/movies.module.js';
import { PeopleModule } from '../people/people.module.js';
import { FilmSearchService } from './film-search.service.js';
import { SearchResultsResolver } from './search-results.resolver.js';
import { SearchResolver } from './search.resolver.js';
import { SearchService } from './search.service.js';
import { TopResultsService } from './top-results.service.js';

@Module({
  imports: [MoviesModule, PeopleModule],
  providers: [SearchService, FilmSearchService, TopResultsService, SearchResolver, SearchResultsResolver],
})
export class SearchModule {}
