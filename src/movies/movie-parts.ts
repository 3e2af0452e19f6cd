import type { AppConfig } from '../config/app-config.js';
import { externalIdsOf } from '../external-ids/external-ids.mapper.js';
import { filmKind } from '../tmdb/reading/cache-kinds.js';
import { pageOf } from '../tmdb/reading/list-page.js';
import type { Part, PartKey } from '../tmdb/parts/part.js';
import type { WireMovieDetail } from '../tmdb/wire/movie-detail.wire.js';
import type { MoviePart } from '../tmdb/wire/movie-detail.wire.js';
import { offersOf, releasesOf } from './availability/availability.js';
import { creditsOf } from './credits/credits.mapper.js';
import { imageLanguages, movieImagesOf, videoLanguages, videosOf } from './media/media.js';
import { detailsOf } from './movie-details.mapper.js';
import { summaryOfBody, summaryOfRow } from './movie-summary.mapper.js';
import { reviewOf } from './related/review.mapper.js';
import { alternativeTitlesOf, translationsOf } from './texts/texts.js';

/** The pieces in which a film is cached. */
export function movieParts(config: AppConfig) {
  const kindOf = (name: string) => filmKind(`movie.${name}`, config);

  const inherent = <Value>(name: string, read: (body: WireMovieDetail) => Value): Part<WireMovieDetail, Value> => ({
    kind: kindOf(name),
    append: null,
    isLocalised: true,
    read,
  });

  const appended = <Name extends MoviePart, Value>(
    append: Name,
    isLocalised: boolean,
    read: (part: NonNullable<WireMovieDetail[Name]>, request: PartKey) => Value,
    languagesFor?: Part<WireMovieDetail, Value>['languagesFor'],
  ): Part<WireMovieDetail, Value> => ({
    kind: kindOf(append),
    append,
    isLocalised,
    ...(languagesFor && { languagesFor }),
    read: (body, request) => {
      const part = body[append];
      return part === null ? null : read(part, request);
    },
  });

  return {
    summary: inherent('summary', summaryOfBody),
    details: inherent('details', detailsOf),
    credits: appended('credits', true, creditsOf),
    images: appended('images', false, (wire, { languages }) => movieImagesOf(wire, languages), imageLanguages),
    videos: appended('videos', false, (wire, { languages }) => videosOf(wire.results, languages), videoLanguages),
    keywords: appended('keywords', false, ({ keywords }) =>
      keywords.flatMap(({ id, name }) => (name === null ? [] : [{ tmdbId: id, name }])),
    ),
    recommendations: appended('recommendations', true, (wire) => pageOf(wire, summaryOfRow)),
    similar: appended('similar', true, (wire) => pageOf(wire, summaryOfRow)),
    reviews: appended('reviews', true, (wire) => pageOf(wire, reviewOf)),
    releases: appended('release_dates', false, releasesOf),
    offers: appended('watch/providers', false, offersOf),
    translations: appended('translations', false, translationsOf),
    alternativeTitles: appended('alternative_titles', false, alternativeTitlesOf),
    externalIds: appended('external_ids', false, externalIdsOf),
  };
}

export type MovieParts = ReturnType<typeof movieParts>;

/** The value of a part, such as `MovieSummary` of `summary`. */
export type MoviePartValue<Name extends keyof MovieParts> =
  MovieParts[Name] extends Part<WireMovieDetail, infer Value> ? Value : never;
