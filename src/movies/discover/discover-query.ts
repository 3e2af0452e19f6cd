import { BadUserInputError } from '../../platform/errors/coded-error.js';
import { tmdbIdOf } from '../../platform/graphql/nodes/global-id.js';
import { ReleaseType } from '../availability/release.model.js';
import { bothEnds, bounded, certificationName, join, type Parameters, range, within, years } from './filter-values.js';
import { Match, type IdMatchInput } from './matches.input.js';
import { tmdbMonetization } from './monetization-type.js';
import type { MovieFilterInput } from './movie-filter.input.js';
import { MovieSort, ranksByVotes, tmdbSort } from './movie-sort.js';

/** The parameters of TMDb's `/discover/movie`, without page, language and region. */
export type DiscoverQuery = Readonly<Record<string, string | number | boolean>>;

/** The fewest votes by which a mean says anything. */
const votesThatCount = 200;

/** @throws BadUserInputError for a filter that TMDb would misread in silence. */
export function discoverQuery(filter: MovieFilterInput, sort: MovieSort): DiscoverQuery {
  const parameters: Parameters = {
    sort_by: tmdbSort(sort),
    include_adult: filter.includeAdult ?? false,
    include_video: filter.includeVideos ?? false,
    ...subjects(filter),
    ...origins(filter),
    ...releases(filter),
    ...certifications(filter),
    ...measures(filter, sort),
    ...availability(filter),
  };
  const given = Object.entries(parameters).filter(
    (entry): entry is [string, string | number | boolean] => entry[1] !== null && entry[1] !== undefined,
  );
  // Sorted, so that equal filters have equal cache keys.
  return Object.fromEntries(given.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function subjects(filter: MovieFilterInput): Parameters {
  return {
    with_genres: matchIds(filter.genres, 'genres', 'Genre'),
    without_genres: listIds(filter.withoutGenres, 'withoutGenres', 'Genre'),
    with_keywords: matchIds(filter.keywords, 'keywords', 'Keyword'),
    without_keywords: listIds(filter.withoutKeywords, 'withoutKeywords', 'Keyword'),
    with_companies: matchIds(filter.companies, 'companies', 'Company'),
    without_companies: listIds(filter.withoutCompanies, 'withoutCompanies', 'Company'),
    with_cast: matchIds(filter.cast, 'cast', 'Person'),
    with_crew: matchIds(filter.crew, 'crew', 'Person'),
    with_people: matchIds(filter.people, 'people', 'Person'),
  };
}

function origins({ originalLanguages, originCountries }: MovieFilterInput): Parameters {
  return {
    with_original_language: join(bounded(originalLanguages, 'originalLanguages'), Match.ANY),
    with_origin_country: join(bounded(originCountries, 'originCountries'), Match.ANY),
  };
}

function releases(filter: MovieFilterInput): Parameters {
  return {
    primary_release_year: within(filter.primaryReleaseYear, 'primaryReleaseYear', years),
    year: within(filter.releaseYear, 'releaseYear', years),
    ...range('primary_release_date', 'primaryReleaseDate', bothEnds(filter.primaryReleaseDate)),
    ...range('release_date', 'releaseDate', filter.releaseDate),
    with_release_type:
      filter.releaseTypes && join(bounded(filter.releaseTypes.types.map(releaseNumber)), filter.releaseTypes.match),
  };
}

function certifications({ certification }: MovieFilterInput): Parameters {
  if (!certification) return {};
  return {
    certification_country: certification.country,
    certification: join(bounded(certification.in?.map(certificationName), 'certification.in'), Match.ANY),
    'certification.gte': certification.gte && certificationName(certification.gte),
    'certification.lte': certification.lte && certificationName(certification.lte),
  };
}

function measures(filter: MovieFilterInput, sort: MovieSort): Parameters {
  const voteCount = filter.voteCount ?? (ranksByVotes(sort) ? { gte: votesThatCount } : null);
  return {
    ...range('with_runtime', 'runtimeMinutes', filter.runtimeMinutes, [0, 2000]),
    ...range('vote_average', 'voteAverage', filter.voteAverage, [0, 10]),
    ...range('vote_count', 'voteCount', voteCount, [0, 1e9]),
  };
}

/** TMDb ignores these without a region, and answers all films. */
function availability(filter: MovieFilterInput): Parameters {
  const { watchRegion, monetization } = filter;
  const needing = {
    watchProviders: matchIds(filter.watchProviders, 'watchProviders', 'WatchProvider'),
    withoutWatchProviders: listIds(filter.withoutWatchProviders, 'withoutWatchProviders', 'WatchProvider'),
    monetization:
      monetization && join(bounded(monetization.types.map((type) => tmdbMonetization[type])), monetization.match),
  };
  const first = Object.entries(needing).find(([, value]) => value);
  if (first && !watchRegion) {
    throw new BadUserInputError(`\`filter.${first[0]}\` needs \`filter.watchRegion\`: offers differ by country.`);
  }
  return {
    watch_region: watchRegion,
    with_watch_providers: needing.watchProviders,
    without_watch_providers: needing.withoutWatchProviders,
    with_watch_monetization_types: needing.monetization,
  };
}

function matchIds(input: IdMatchInput | null | undefined, field: string, type: string): string | null {
  return input ? join(numbersOf(input.ids, `${field}.ids`, type), input.match) : null;
}

function listIds(ids: readonly string[] | null | undefined, field: string, type: string): string | null {
  return join(numbersOf(ids, field, type), Match.ALL);
}

function numbersOf(ids: readonly string[] | null | undefined, field: string, type: string): number[] {
  return bounded(
    ids?.map((id) => tmdbIdOf(id, type)),
    field,
  );
}

function releaseNumber(type: ReleaseType): number {
  const order = [
    ReleaseType.PREMIERE,
    ReleaseType.THEATRICAL_LIMITED,
    ReleaseType.THEATRICAL,
    ReleaseType.DIGITAL,
    ReleaseType.PHYSICAL,
    ReleaseType.TV,
  ];
  if (type === ReleaseType.UNKNOWN) throw new BadUserInputError('`filter.releaseTypes.types` does not take UNKNOWN.');
  return order.indexOf(type) + 1;
}
