import { Module } from '@nestjs/common';
import { CollectionsModule } from '../collections/collections.module.js';
import { GenresModule } from '../genres/genres.module.js';
import { PeopleModule } from '../people/people.module.js';
import { MovieAvailabilityResolver } from './availability/movie-availability.resolver.js';
import { CollectionPartsResolver } from './collections/collection-parts.resolver.js';
import { MovieCreditsResolver } from './credits/movie-credits.resolver.js';
import { CompanyMoviesResolver } from './discover/company-movies.resolver.js';
import { DiscoverResolver } from './discover/discover.resolver.js';
import { DiscoverService } from './discover/discover.service.js';
import { GenreMoviesResolver } from './discover/genre-movies.resolver.js';
import { KeywordMoviesResolver } from './discover/keyword-movies.resolver.js';
import { PersonFilmographyResolver } from './filmography/person-filmography.resolver.js';
import { FallbackLoader } from './languages/fallback.loader.js';
import { MovieTextsService } from './languages/movie-texts.service.js';
import { PartsAtHand } from './languages/parts-at-hand.js';
import { MovieListsResolver } from './lists/movie-lists.resolver.js';
import { MovieListsService } from './lists/movie-lists.service.js';
import { MoviePages } from './lists/movie-pages.js';
import { MovieMediaResolver } from './media/movie-media.resolver.js';
import { MovieDetailsResolver } from './movie-details.resolver.js';
import { MoviePresentationResolver } from './movie-presentation.resolver.js';
import { MovieLoader } from './movie.loader.js';
import { MoviesResolver } from './movies.resolver.js';
import { MoviesService } from './movies.service.js';
import { MovieRelatedResolver } from './related/movie-related.resolver.js';
import { RelatedMoviesService } from './related/related-movies.service.js';
import { MovieNamesResolver } from './texts/movie-names.resolver.js';

@Module({
  imports: [CollectionsModule, GenresModule, PeopleModule],
  providers: [
    MovieLoader,
    PartsAtHand,
    FallbackLoader,
    MovieTextsService,
    MoviePages,
    MoviesService,
    MovieListsService,
    DiscoverService,
    RelatedMoviesService,
    MoviesResolver,
    MovieListsResolver,
    DiscoverResolver,
    MoviePresentationResolver,
    MovieDetailsResolver,
    MovieCreditsResolver,
    MovieMediaResolver,
    MovieAvailabilityResolver,
    MovieRelatedResolver,
    MovieNamesResolver,
    CollectionPartsResolver,
    PersonFilmographyResolver,
    GenreMoviesResolver,
    KeywordMoviesResolver,
    CompanyMoviesResolver,
  ],
  exports: [MovieLoader, MovieListsService, MoviePages, MoviesService],
})
export class MoviesModule {}
