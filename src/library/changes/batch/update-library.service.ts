import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { InputIssues, type InvalidInput } from '../../../platform/input/input-issues.js';
import type { ListEntity } from '../../lists/list.entity.js';
import type { Done } from '../library-change.js';
import { libraryLimits } from '../library-limits.js';
import { type BatchFailure, LibraryWriter, type Writing } from '../library-writer.service.js';
import { readBatch } from './read-batch.js';
import type { LibraryChangeInput } from './update-library.input.js';

/** The data of GraphQL's `LibraryChangesRejectedError`. */
export interface ChangesRejected {
  readonly __typename: 'LibraryChangesRejectedError';
  readonly message: string;
  readonly field: readonly string[];
  readonly failures: readonly BatchFailure[];
}

/** What came of changes that were all made. */
export interface LibraryUpdated {
  readonly __typename: 'UpdateLibrarySuccess';
  readonly tmdbIds: readonly number[];
  readonly lists: readonly ListEntity[];
  readonly removed: readonly NonNullable<Done['removed']>[];
}

/** Makes many changes of a library at once, or none of them. */
@Injectable()
export class UpdateLibraryService {
  constructor(
    private readonly writer: LibraryWriter,
    private readonly clock: Clock,
  ) {}

  /** @throws ServiceUnavailableError; whether the changes were made is not known then. */
  async update(
    inputs: readonly LibraryChangeInput[],
    writing: Writing,
  ): Promise<LibraryUpdated | ChangesRejected | InvalidInput> {
    const invalid = checkCount(inputs.length);
    if (invalid !== null) return invalid;
    const { changes, failures } = readBatch(inputs, this.clock.now());
    const missing = failures.length > 0 ? await this.writer.missingFilms(changes, writing) : [];
    if (failures.length > 0) return rejected([...failures, ...missing]);
    const outcome = await this.writer.makeAll(changes, writing);
    return 'failures' in outcome ? rejected(outcome.failures) : updated(outcome.done);
  }
}

function checkCount(count: number): InvalidInput | null {
  const issues = new InputIssues();
  const { changes: most } = libraryLimits;
  if (count < 1) issues.add('changes', 'TOO_SHORT', 'Give at least one change.');
  if (count > most) issues.add('changes', 'TOO_LONG', `There are ${count} changes; at most ${most} go together.`);
  return issues.toError();
}

function rejected(failures: readonly BatchFailure[]): ChangesRejected {
  return {
    __typename: 'LibraryChangesRejectedError',
    message: `Nothing was changed: ${failures.length === 1 ? 'one change' : `${failures.length} changes`} can not be made.`,
    field: ['input', 'changes'],
    failures: failures.toSorted((one, other) => one.index - other.index),
  };
}

function updated(all: readonly Done[]): LibraryUpdated {
  const removed = all.flatMap((done) => done.removed ?? []);
  const gone = new Set(removed.map(({ id }) => id));
  // The last word on each list counts, unless it was deleted after.
  const lists = new Map(all.flatMap(({ list }) => (list && !gone.has(list.id) ? [[list.id, list] as const] : [])));
  return {
    __typename: 'UpdateLibrarySuccess',
    tmdbIds: [...new Set(all.flatMap(({ tmdbId }) => tmdbId ?? []))],
    lists: [...lists.values()],
    removed,
  };
}
