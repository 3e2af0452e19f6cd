import type { PersonSummary } from '../../people/person-summary.js';
import { personSummaryOf } from '../../people/person-summary.mapper.js';
import type { WireCast, WireCredits, WireCrew } from '../../tmdb/wire/movie-parts.wire.js';
import type { CastCredit, Credits, CrewCredit, Job } from './credits.js';

/** Each person once: TMDb gives a row for each role and each job. */
export function creditsOf({ cast, crew }: WireCredits): Credits {
  return { cast: mergeCast(cast), crew: mergeCrew(crew) };
}

function mergeCast(rows: readonly WireCast[]): CastCredit[] {
  const byBilling = rows.toSorted((one, other) => (one.order ?? Infinity) - (other.order ?? Infinity));
  return [...groupByPerson(byBilling)].map(([person, credits]) => ({
    person,
    character: joinedCharacters(credits),
  }));
}

function mergeCrew(rows: readonly WireCrew[]): CrewCredit[] {
  return [...groupByPerson(rows)].map(([person, credits]) => ({
    person,
    jobs: uniqueJobs(credits.flatMap(({ job, department }) => (job === null ? [] : [{ job, department }]))),
  }));
}

/** Several roles of one person in a film, each once, as one text; null for none. */
export function joinedCharacters(roles: readonly { readonly character: string | null }[]): string | null {
  return [...new Set(roles.flatMap(({ character }) => character ?? []))].join(' / ') || null;
}

/** Each job of each department once. */
export function uniqueJobs(jobs: readonly Job[]): Job[] {
  return [...new Map(jobs.map((job) => [`${job.department} ${job.job}`, job])).values()];
}

function groupByPerson<Row extends WireCast | WireCrew>(rows: readonly Row[]): Map<PersonSummary, Row[]> {
  const byId = Map.groupBy(rows, (row) => row.id);
  return new Map(
    [...byId.values()].flatMap((group) => (group[0] ? [[personSummaryOf(group[0]), group] as const] : [])),
  );
}
