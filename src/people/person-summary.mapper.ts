import type { PersonSummary } from './person-summary.js';

/** What lists, credits and bodies of TMDb say of someone. */
export interface WirePersonFields {
  readonly id: number;
  readonly adult: boolean | null;
  readonly softcore: boolean | null;
  readonly gender: number | null;
  readonly known_for_department: string | null;
  readonly name: string | null;
  readonly original_name?: string | null;
  readonly popularity: number | null;
  readonly profile_path: string | null;
}

export function personSummaryOf(wire: WirePersonFields): PersonSummary {
  return {
    tmdbId: wire.id,
    name: wire.name ?? wire.original_name ?? null,
    originalName: wire.original_name ?? wire.name,
    gender: wire.gender,
    department: wire.known_for_department,
    popularity: wire.popularity,
    portraitPath: wire.profile_path,
    isAdult: wire.adult ?? false,
    isSoftcore: wire.softcore ?? false,
  };
}
