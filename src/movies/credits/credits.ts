import type { PersonSummary } from '../../people/person-summary.js';
import { isForEveryone } from '../../tmdb/reading/audience.js';

/** A film's credits as they are cached: each person once in each list. */
export interface Credits {
  readonly cast: readonly CastCredit[];
  readonly crew: readonly CrewCredit[];
}

export interface CastCredit {
  readonly person: PersonSummary;
  readonly character: string | null;
}

export interface CrewCredit {
  readonly person: PersonSummary;
  readonly jobs: readonly Job[];
}

export interface Job {
  readonly job: string;
  /** TMDb's English name of it. */
  readonly department: string | null;
}

/** The people with a job that fits, each with the fitting jobs alone. */
export function withJobs(crew: readonly CrewCredit[], fits: (job: Job) => boolean): CrewCredit[] {
  return crew.map(({ person, jobs }) => ({ person, jobs: jobs.filter(fits) })).filter(({ jobs }) => jobs.length > 0);
}

export function directorsOf(crew: readonly CrewCredit[]): CrewCredit[] {
  return withJobs(crew, ({ job }) => job === 'Director');
}

export function writersOf(crew: readonly CrewCredit[]): CrewCredit[] {
  return withJobs(crew, ({ department }) => department === 'Writing');
}

export function creditsForEveryone({ cast, crew }: Credits): Credits {
  return {
    cast: cast.filter(({ person }) => isForEveryone(person)),
    crew: crew.filter(({ person }) => isForEveryone(person)),
  };
}
