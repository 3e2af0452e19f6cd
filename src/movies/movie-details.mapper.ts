import { collectionSummaryOf } from '../collections/collection-summary.mapper.js';
import { companySummaryOf } from '../companies/company-summary.mapper.js';
import { countryCode, languageCode, positiveInteger, webAddress } from '../tmdb/reading/value.js';
import type { WireMovieDetail } from '../tmdb/wire/movie-detail.wire.js';
import type { MovieDetails } from './movie-details.js';
import { MovieStatus } from './movie.model.js';

export function detailsOf(body: WireMovieDetail): MovieDetails {
  const collection = body.belongs_to_collection;
  return {
    imdbId: body.imdb_id,
    tagline: body.tagline,
    homepage: webAddress(body.homepage),
    status: body.status,
    budget: positiveInteger(body.budget),
    revenue: positiveInteger(body.revenue),
    collection: collection && collectionSummaryOf(collection),
    companies: body.production_companies.flatMap((company) => companySummaryOf(company) ?? []),
    productionCountries: body.production_countries.flatMap(({ iso_3166_1, name }) => {
      const code = countryCode(iso_3166_1);
      return code === null ? [] : [{ code, name: name ?? code }];
    }),
    spokenLanguages: body.spoken_languages.flatMap(({ iso_639_1, english_name, name }) => {
      const code = languageCode(iso_639_1);
      return code === null ? [] : [{ code, englishName: english_name ?? name ?? code, nativeName: name }];
    }),
    originCountries: body.origin_country.flatMap((code) => countryCode(code) ?? []),
  };
}

const statuses = new Map(
  Object.entries({
    Rumored: MovieStatus.RUMORED,
    Planned: MovieStatus.PLANNED,
    'In Production': MovieStatus.IN_PRODUCTION,
    'Post Production': MovieStatus.POST_PRODUCTION,
    Released: MovieStatus.RELEASED,
    Canceled: MovieStatus.CANCELED,
    Cancelled: MovieStatus.CANCELED,
  }),
);

export function movieStatusOf({ status }: MovieDetails): MovieStatus {
  return statuses.get(status ?? '') ?? MovieStatus.UNKNOWN;
}
