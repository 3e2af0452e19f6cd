import { departmentOf, type Department } from '../../people/department.js';
import { isForEveryone } from '../../tmdb/reading/audience.js';
import type { WireMovieCredits } from '../../tmdb/wire/person.wire.js';
import type { Job } from '../credits/credits.js';
import { joinedCharacters, uniqueJobs } from '../credits/credits.mapper.js';
import type { MovieSummary } from '../movie-summary.js';
import { summaryOfRow } from '../movie-summary.mapper.js';
import { FilmographySort } from './filmography.model.js';

/** Someone's part in one film, as it is cached: each film once. */
export interface FilmCredit {
  readonly movie: MovieSummary;
  readonly character: string | null;
  readonly jobs: readonly Job[];
}

/** All films of someone that are for everyone; in front of the camera and behind it. */
export function filmographyOf({ cast, crew }: WireMovieCredits): FilmCredit[] {
  const rows = [
    ...cast.map((row) => ({ row, character: row.character, job: actor })),
    ...crew.map((row) => ({
      row,
      character: null,
      job: row.job === null ? null : { job: row.job, department: row.department },
    })),
  ];
  return [...Map.groupBy(rows, ({ row }) => row.id).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const movie = summaryOfRow(first.row);
    if (!isForEveryone(movie)) return [];
    return {
      movie,
      character: joinedCharacters(group),
      jobs: uniqueJobs(group.flatMap(({ job }) => job ?? [])),
    };
  });
}

/** Playing a role is a job like any other, so that one filter serves all. */
const actor: Job = { job: 'Actor', department: 'Acting' };

/** The credits in one department, or all; a role shows where acting does. */
export function inDepartment(credits: readonly FilmCredit[], department: Department | null | undefined): FilmCredit[] {
  if (!department) return [...credits];
  return credits.flatMap((credit) => {
    const jobs = credit.jobs.filter((job) => departmentOf(job.department) === department);
    const character = jobs.some(({ job }) => job === actor.job) ? credit.character : null;
    return jobs.length === 0 ? [] : [{ ...credit, character, jobs }];
  });
}

type Order = (one: FilmCredit, other: FilmCredit) => number;

const byDate: Order = (one, other) => (one.movie.releaseDate ?? '').localeCompare(other.movie.releaseDate ?? '');
const newestFirst: Order = (one, other) => upcomingFirst(one, other) || byDate(other, one);
const oldestFirst: Order = (one, other) => upcomingFirst(other, one) || byDate(one, other);
const popularFirst: Order = (one, other) => (other.movie.popularity ?? 0) - (one.movie.popularity ?? 0);

/** A film without a date is one to come. */
function upcomingFirst(one: FilmCredit, other: FilmCredit): number {
  return Number(one.movie.releaseDate !== null) - Number(other.movie.releaseDate !== null);
}

const orders: Record<FilmographySort, Order> = {
  [FilmographySort.RELEASE_DATE_DESC]: newestFirst,
  [FilmographySort.RELEASE_DATE_ASC]: oldestFirst,
  [FilmographySort.POPULARITY_DESC]: popularFirst,
};

/** Sorted, equal ones by TMDb's number, so that pages are stable. */
export function sortedCredits(credits: readonly FilmCredit[], sort: FilmographySort): FilmCredit[] {
  return credits.toSorted((one, other) => orders[sort](one, other) || one.movie.tmdbId - other.movie.tmdbId);
}

/** What someone is best known for: the films with most votes among those of their own department, else of all. */
export function knownFor(credits: readonly FilmCredit[], department: Department, count: number): MovieSummary[] {
  const own = inDepartment(credits, department);
  return (own.length > 0 ? own : [...credits])
    .toSorted((one, other) => other.movie.voteCount - one.movie.voteCount || one.movie.tmdbId - other.movie.tmdbId)
    .slice(0, count)
    .map(({ movie }) => movie);
}
