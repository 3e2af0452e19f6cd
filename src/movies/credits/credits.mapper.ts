import type { PersonSummary } from '../../people/person-summary.js';
import { personSummaryOf } from '../../people/person-summary.mapper.js';
import type { WireCast, WireCredits, WireCrew } from '../../tmdb/wire/movie-parts.wire.js';
import type { CastCredit, Credits, CrewCredit } from './credits.js';

/** Each person once: TMDb gives a row for each role and each job. */
export function creditsOf({ cast, crew }: WireCredits): Credits {
  return { cast: mergeCast(cast), crew: mergeCrew(crew) };
}

function mergeCast(rows: readonly WireCast[]): CastCredit[] {
  const byBilling = rows.toSorted((one, other) => (one.order ?? Infinity) - (other.order ?? Infinity));
  return [...groupByPerson(byBilling)].map(([person, credits]) => ({
    person,
    character: credits.flatMap(({ character }) => character ?? []).join(' / ') || null,
  }));
}

function mergeCrew(rows: readonly WireCrew[]): CrewCredit[] {
  return [...groupByPerson(rows)].map(([person, credits]) => ({
    person,
    jobs: credits.flatMap(({ job, department }) => (job === null ? [] : [{ job, department }])),
  }));
}

function groupByPerson<Row extends WireCast | WireCrew>(rows: readonly Row[]): Map<PersonSummary, Row[]> {
  const byId = Map.groupBy(rows, (row) => row.id);
  return new Map(
    [...byId.values()].flatMap((group) => (group[0] ? [[personSummaryOf(group[0]), group] as const] : [])),
  );
}
