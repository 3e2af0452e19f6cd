import type { AppConfig } from '../config/app-config.js';
import type { CacheKind } from '../platform/cache/cache-key.js';
import { externalIdsOf } from '../external-ids/external-ids.mapper.js';
import { tmdbKind } from '../tmdb/reading/cache-kinds.js';
import { pageOf } from '../tmdb/reading/list-page.js';
import type { Part, PartKey } from '../tmdb/parts/part.js';
import type { WireMovieDetail } from '../tmdb/wire/movie-detail.wire.js';
import type { MoviePart } from '../tmdb/wire/movie-detail.wire.js';
import { offersOf, releasesOf } from './availability/availability.js';
import { creditsOf } from './credits/credits.mapper.js';
import { imageLanguages, imageLanguagesToAsk, videoLanguages, videoLanguagesToAsk } from './media/media-languages.js';
import { movieImagesOf, videosOf } from './media/media.js';
import type { MovieDetails } from './movie-details.js';
import { detailsOf } from './movie-details.mapper.js';
import { runtimeOf, summaryOfBody, summaryOfRow } from './movie-summary.mapper.js';
import { reviewOf } from './related/review.mapper.js';
import { alternativeTitlesOf, translationsOf } from './texts/texts.js';

/** Parts that change without a change of the film, so that TMDb's feed of changes says nothing of them. */
const unnamed: ReadonlySet<string> = new Set(['recommendations', 'similar', 'reviews', 'watch/providers']);

/** The pieces in which a film is cached. */
export function movieParts(config: AppConfig) {
  const kindOf = (name: string, policy: 'film' | 'summary' = 'film'): CacheKind => ({
    ...tmdbKind(`movie.${name}`, policy, config),
    ...(!unnamed.has(name) && { subject: 'movie' }),
  });

  const details: Part<WireMovieDetail, MovieDetails> = {
    kind: kindOf('details'),
    append: null,
    varies: 'by-locale',
    read: detailsOf,
  };

  const appended = <Name extends MoviePart, Value>(
    append: Name,
    varies: Part<WireMovieDetail, Value>['varies'],
    read: (part: NonNullable<WireMovieDetail[Name]>, request: PartKey, body: WireMovieDetail) => Value,
    languagesFor?: Part<WireMovieDetail, Value>['languagesFor'],
  ): Part<WireMovieDetail, Value> => ({
    kind: kindOf(append),
    append,
    varies,
    ...(languagesFor && { languagesFor }),
    read: (body, request) => {
      const part = body[append];
      return part === null ? null : read(part, request, body);
    },
  });

  return {
    summary: { ...details, kind: kindOf('summary', 'summary'), read: summaryOfBody },
    runtime: { ...details, kind: kindOf('runtime', 'summary'), varies: 'never' as const, read: runtimeOf },
    details,
    credits: appended('credits', 'by-locale', creditsOf),
    images: appended(
      'images',
      'by-language',
      (wire, { locale, languages }, { original_language }) =>
        movieImagesOf(wire, languages ?? imageLanguages(locale, original_language)),
      imageLanguagesToAsk,
    ),
    videos: appended(
      'videos',
      'by-language',
      (wire, { locale }, { original_language }) => videosOf(wire.results, videoLanguages(locale, original_language)),
      videoLanguagesToAsk,
    ),
    keywords: appended('keywords', 'never', ({ keywords }) =>
      keywords.flatMap(({ id, name }) => (name === null ? [] : [{ tmdbId: id, name }])),
    ),
    recommendations: appended('recommendations', 'by-locale', (wire) => pageOf(wire, summaryOfRow)),
    similar: appended('similar', 'by-locale', (wire) => pageOf(wire, summaryOfRow)),
    reviews: appended('reviews', 'by-locale', (wire) => pageOf(wire, reviewOf)),
    releases: appended('release_dates', 'never', releasesOf),
    offers: appended('watch/providers', 'never', offersOf),
    translations: appended('translations', 'never', translationsOf),
    alternativeTitles: appended('alternative_titles', 'never', alternativeTitlesOf),
    externalIds: appended('external_ids', 'never', externalIdsOf),
  };
}

export type MovieParts = ReturnType<typeof movieParts>;

/** The value of a part, such as `MovieSummary` of `summary`. */
export type MoviePartValue<Name extends keyof MovieParts> =
  MovieParts[Name] extends Part<WireMovieDetail, infer Value> ? Value : never;
