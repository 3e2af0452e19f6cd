import { Injectable } from '@nestjs/common';
import { MoviesService } from '../../movies/movies.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.service.js';
import { isTmdbId } from '../../platform/graphql/nodes/tmdb-id.js';
import { InputIssues, type InvalidInput } from '../../platform/input/input-issues.js';
import type { Scope } from '../../platform/locale/locale.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { UpstreamError } from '../../tmdb/tmdb.errors.js';
import { ViewerStateLoader } from '../viewer-state/viewer-state.loader.js';
import type { Done, LibraryChange, NamedFilm, ReadChange } from './library-change.js';
import { LibraryWrite } from './library-write.js';
import { type ChangeError, Refusal } from './refusal.js';

/** For whom a change is made, and what the answer will read of its film. */
export interface Writing {
  readonly userId: string;
  readonly scope: Scope;
  readonly movieFields: readonly string[];
  readonly context: RequestContext;
}

/** A change among others. */
export interface BatchChange {
  readonly index: number;
  /** Where its input stands. */
  readonly path: readonly string[];
  readonly change: LibraryChange;
}

export interface BatchFailure {
  readonly index: number;
  readonly error: ChangeError | InvalidInput;
}

/** Ends a transaction, so that nothing of it stays. */
class BatchRefusedError extends Error {
  override readonly name = 'BatchRefusedError';

  constructor(readonly failure: BatchFailure) {
    super('A change of a batch was refused.');
  }
}

/** Makes changes of libraries: looks films up first, then writes in one transaction. */
@Injectable()
export class LibraryWriter {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly movies: MoviesService,
    private readonly states: ViewerStateLoader,
  ) {}

  /** @throws ServiceUnavailableError; whether the change was made is not known then. */
  async make<Input, D extends Done>(
    read: ReadChange<Input, D>,
    input: Input,
    writing: Writing,
  ): Promise<{ done: D } | { error: ChangeError | InvalidInput }> {
    const issues = new InputIssues();
    const now = this.clock.now();
    const change = read(input, issues, now);
    const invalid = issues.toError();
    if (invalid !== null || change === null) return { error: invalid ?? unexplained() };
    const missing = await this.missingFilm(change, writing);
    const made = missing ?? (await this.write(writing, (write) => change.make(write, now)));
    return made instanceof Refusal ? { error: made.toError(['input']) } : { done: made };
  }

  /** All of the changes, or none and why: every film that is missing, or else the first refusal. */
  async makeAll(
    changes: readonly BatchChange[],
    writing: Writing,
  ): Promise<{ done: Done[] } | { failures: BatchFailure[] }> {
    const failures = await this.missingFilms(changes, writing);
    if (failures.length > 0) return { failures };
    try {
      return { done: await this.write(writing, (write) => this.makeEach(changes, write)) };
    } catch (error) {
      if (error instanceof BatchRefusedError) return { failures: [error.failure] };
      throw error;
    }
  }

  /** The changes whose film does not exist. */
  async missingFilms(changes: readonly BatchChange[], writing: Writing): Promise<BatchFailure[]> {
    const refusals = await Promise.all(changes.map(({ change }) => this.missingFilm(change, writing)));
    return changes.flatMap(({ index, path }, place) => {
      const refusal = refusals[place];
      return refusal ? [{ index, error: refusal.toError(path) }] : [];
    });
  }

  private async makeEach(changes: readonly BatchChange[], write: LibraryWrite): Promise<Done[]> {
    const now = this.clock.now().getTime();
    const all: Done[] = [];
    // Before any list, so that two batches never wait for each other.
    await write.lockViewer();
    for (const [place, { change, index, path }] of changes.entries()) {
      // A millisecond apart, so that what is sorted by time has the order of the batch.
      const done = await change.make(write, new Date(now - (changes.length - 1 - place)));
      if (done instanceof Refusal) throw new BatchRefusedError({ index, error: done.toError(path) });
      all.push(done);
    }
    return all;
  }

  private async write<T>({ userId, context }: Writing, work: (write: LibraryWrite) => Promise<T>): Promise<T> {
    try {
      return await this.database.writeRepeatable((em) => work(new LibraryWrite(em, userId)));
    } finally {
      this.states.forget(context);
    }
  }

  /** While TMDb is away, every film is taken to exist: it is shown once TMDb is back. */
  private async missingFilm({ needs }: LibraryChange, writing: Writing): Promise<Refusal | null> {
    return needs === null || (await this.exists(needs, writing)) ? null : Refusal.movieNotFound(needs.field);
  }

  private async exists({ tmdbId }: NamedFilm, { scope, movieFields, context }: Writing): Promise<boolean> {
    if (!isTmdbId(tmdbId)) return false;
    try {
      return (await this.movies.findByTmdbId(tmdbId, scope, movieFields, context)) !== null;
    } catch (error) {
      if (error instanceof UpstreamError) return true;
      throw error;
    }
  }
}

function unexplained(): never {
  throw new Error('A change was not read, and nothing says why.');
}
