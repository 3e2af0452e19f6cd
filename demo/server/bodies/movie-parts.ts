import { backdropsOf, logosOf, postersOf } from '../../catalogue/pictures.js';
import { recommendedFilms, similarFilms } from '../../catalogue/related-films.js';
import { reviewsOf } from '../../catalogue/reviews.js';
import { videosOf } from '../../catalogue/videos.js';
import type { Film } from '../../catalogue/model.js';
import type { ApiRequest } from '../api-request.js';
import { languageOf } from '../localise.js';
import { pageOf } from '../paging.js';
import { TmdbError } from '../tmdb-error.js';
import { movieCredits } from './credit-bodies.js';
import { imageBody, languageFilter } from './image-bodies.js';
import { listMovie, mediaMovie } from './list-movie.js';
import { movieLists } from './movie-lists.js';
import { movieAlternativeTitles, movieReleaseDates } from './release-bodies.js';
import { listReview } from './review-bodies.js';
import { movieTranslations } from './translation-bodies.js';
import { movieWatchProviders } from './watch-bodies.js';

/** The body of a part of a film, without `id`: so it stands in a film's details; a path of its own puts `id` to it. */
export type PartBody<Owner> = (owner: Owner, request: ApiRequest) => object;

/** Everything that can be appended to a film, by name; each name is also the end of a path. */
export const movieParts: Readonly<Record<string, PartBody<Film>>> = {
  // Whose account is asked for, no Bearer token can say.
  account_states: () => {
    throw new TmdbError(3);
  },
  alternative_titles: (film, { query }) => movieAlternativeTitles(film, query['country']),
  changes: () => ({ changes: [] }),
  credits: movieCredits,
  external_ids: externalIds,
  images: movieImages,
  keywords: (film) => ({ keywords: film.keywords.map(({ id, name }) => ({ id, name })) }),
  lists: (film, { query, catalogue }) => movieLists(film, catalogue, query),
  recommendations: (film, { query, catalogue }) =>
    pageOf(recommendedFilms(film, catalogue.films), query, (other) => mediaMovie(other, languageOf(query))),
  release_dates: movieReleaseDates,
  reviews: movieReviews,
  similar: (film, { query, catalogue }) =>
    pageOf(similarFilms(film, catalogue.films), query, (other) => listMovie(other, languageOf(query))),
  translations: (film, { catalogue }) => movieTranslations(film, catalogue.reference.languages),
  videos: movieVideos,
  'watch/providers': movieWatchProviders,
};

function externalIds(film: Film) {
  const imdbId = film.releases.length === 0 ? null : film.imdbId;
  return { imdb_id: imdbId, wikidata_id: null, facebook_id: null, instagram_id: null, twitter_id: null };
}

function movieImages(film: Film, { query }: ApiRequest) {
  const passes = languageFilter(query['include_image_language'], query['language']);
  const bodies = (pictures: ReturnType<typeof postersOf>) =>
    pictures.filter(({ language }) => passes(language)).map(imageBody);
  return { backdrops: bodies(backdropsOf(film)), logos: bodies(logosOf(film)), posters: bodies(postersOf(film)) };
}

function movieReviews(film: Film, { query }: ApiRequest) {
  const passes = languageFilter(undefined, query['language'] ?? 'en');
  return pageOf(
    reviewsOf(film).filter(({ language }) => passes(language)),
    query,
    listReview,
  );
}

function movieVideos(film: Film, { query }: ApiRequest) {
  const passes = languageFilter(query['include_video_language'], query['language'] ?? 'en');
  return {
    results: videosOf(film)
      .filter(({ language }) => passes(language))
      .map((video) => ({
        iso_639_1: video.language,
        iso_3166_1: video.country,
        name: video.name,
        key: video.key,
        site: 'YouTube',
        size: video.size,
        type: video.type,
        official: video.isOfficial,
        published_at: video.publishedAt,
        id: video.id,
      })),
  };
}
