import type { CollectionSummary } from '../collections/collection-summary.js';
import type { CompanySummary } from '../companies/company-summary.js';
import type { Country } from '../reference/country.model.js';
import type { Language } from '../reference/language.model.js';

/** What a film's own body tells beyond its summary, as it is cached. */
export interface MovieDetails {
  readonly imdbId: string | null;
  readonly tagline: string | null;
  readonly homepage: string | null;
  /** TMDb's English word for it, such as `Post Production`. */
  readonly status: string | null;
  /** US dollars. */
  readonly budget: number | null;
  /** US dollars. */
  readonly revenue: number | null;
  readonly collection: CollectionSummary | null;
  readonly companies: readonly CompanySummary[];
  readonly productionCountries: readonly Country[];
  readonly spokenLanguages: readonly Language[];
  /** ISO 3166-1. */
  readonly originCountries: readonly string[];
}
