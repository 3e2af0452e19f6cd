import { countryCode } from '../tmdb/reading/value.js';
import type { CompanySummary } from './company-summary.js';

/** What lists, films and bodies of TMDb say of a company. */
interface WireCompanyFields {
  readonly id: number;
  readonly name: string | null;
  readonly logo_path: string | null;
  readonly origin_country: string | null;
}

/** Null for a company without a name: there is nothing to show of it. */
export function companySummaryOf(wire: WireCompanyFields): CompanySummary | null {
  if (wire.name === null) return null;
  return { tmdbId: wire.id, name: wire.name, logoPath: wire.logo_path, country: countryCode(wire.origin_country) };
}
