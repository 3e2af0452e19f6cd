/** What a list or a film tells of a company, as it is cached. */
export interface CompanySummary {
  readonly tmdbId: number;
  readonly name: string;
  readonly logoPath: string | null;
  /** ISO 3166-1. */
  readonly country: string | null;
}
