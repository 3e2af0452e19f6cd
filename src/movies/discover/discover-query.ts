import { BadUserInputError } from '../../platform/errors/coded-error.js';
import { tmdbIdOf } from '../../platform/graphql/nodes/global-id.js';
import { ReleaseType } from '../availability/release.model.js';
import { Match, type IdMatchInput } from './matches.input.js';
import { tmdbMonetization } from './monetization-type.js';
import type { MovieFilterInput } from './movie-filter.input.js';
import { MovieSort, ranksByVotes, tmdbSort } from './movie-sort.js';

/** The parameters of TMDb's `/discover/movie`, without page, language and region. */
export type DiscoverQuery = Readonly<Record<string, string | number | boolean>>;

type Parameters = Record<string, string | number | boolean | null | undefined>;

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
    with_original_language: originalLanguages?.toSorted().join('|') || null,
    with_origin_country: originCountries?.toSorted().join('|') || null,
  };
}

function releases(filter: MovieFilterInput): Parameters {
  return {
    primary_release_year: filter.primaryReleaseYear,
    year: filter.releaseYear,
    ...range('primary_release_date', 'primaryReleaseDate', filter.primaryReleaseDate),
    ...range('release_date', 'releaseDate', filter.releaseDate),
    with_release_type:
      filter.releaseTypes && join(filter.releaseTypes.types.map(releaseNumber), filter.releaseTypes.match),
  };
}

function certifications({ certification }: MovieFilterInput): Parameters {
  if (!certification) return {};
  return {
    certification_country: certification.country,
    certification: certification.in?.join('|') || null,
    'certification.gte': certification.gte,
    'certification.lte': certification.lte,
  };
}

function measures(filter: MovieFilterInput, sort: MovieSort): Parameters {
  const voteCount = filter.voteCount ?? (ranksByVotes(sort) ? { gte: votesThatCount } : null);
  return {
    ...range('with_runtime', 'runtimeMinutes', filter.runtimeMinutes),
    ...range('vote_average', 'voteAverage', filter.voteAverage),
    ...range('vote_count', 'voteCount', voteCount),
  };
}

/** TMDb ignores these without a region, and answers all films. */
function availability(filter: MovieFilterInput): Parameters {
  const { watchRegion, watchProviders, withoutWatchProviders, monetization } = filter;
  const needing = Object.entries({ watchProviders, withoutWatchProviders, monetization }).filter(([, value]) => value);
  if (needing.length > 0 && !watchRegion) {
    throw new BadUserInputError(
      `\`filter.${needing[0]?.[0]}\` needs \`filter.watchRegion\`: offers differ by country.`,
    );
  }
  return {
    watch_region: watchRegion,
    with_watch_providers: matchIds(watchProviders, 'watchProviders', 'WatchProvider'),
    without_watch_providers: listIds(withoutWatchProviders, 'withoutWatchProviders', 'WatchProvider'),
    with_watch_monetization_types:
      monetization &&
      join(
        monetization.types.map((type) => tmdbMonetization[type]),
        monetization.match,
      ),
  };
}

const mostIds = 50;

function matchIds(input: IdMatchInput | null | undefined, field: string, type: string): string | null {
  return input ? join(numbersOf(input.ids, `${field}.ids`, type), input.match) : null;
}

function listIds(ids: readonly string[] | null | undefined, field: string, type: string): string | null {
  return ids?.length ? join(numbersOf(ids, field, type), Match.ALL) : null;
}

function numbersOf(ids: readonly string[], field: string, type: string): number[] {
  if (ids.length < 1 || ids.length > mostIds) {
    throw new BadUserInputError(`\`filter.${field}\` has ${ids.length} IDs; it takes 1 to ${mostIds}.`);
  }
  return ids.map((id) => tmdbIdOf(id, type)).toSorted((one, other) => one - other);
}

/** TMDb's comma is "and", its bar "or". */
function join(values: readonly (string | number)[], match: Match | null | undefined): string | null {
  return values.length === 0 ? null : values.join(match === Match.ALL ? ',' : '|');
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

function range<T extends string | number>(
  parameter: string,
  field: string,
  bounds: { readonly gte?: T | null; readonly lte?: T | null } | null | undefined,
): Parameters {
  const { gte, lte } = bounds ?? {};
  if (gte !== null && gte !== undefined && lte !== null && lte !== undefined && gte > lte) {
    throw new BadUserInputError(`\`filter.${field}.gte\` is above \`filter.${field}.lte\`.`);
  }
  return { [`${parameter}.gte`]: gte, [`${parameter}.lte`]: lte };
}
