import { InputIssues } from '../../../platform/input/input-issues.js';
import {
  readAddToList,
  readCreateList,
  readDeleteList,
  readMoveListItem,
  readRemoveFromList,
  readUpdateList,
} from '../../lists/changes/list-change.readers.js';
import {
  readAddToFavorites,
  readAddToWatchlist,
  readMarkWatched,
  readRateMovie,
  readRemoveFromFavorites,
  readRemoveFromHistory,
  readRemoveFromWatchlist,
  readRemoveRating,
  readSetMovieNote,
} from '../film-change.readers.js';
import type { LibraryChange, ReadChange } from '../library-change.js';
import type { BatchChange, BatchFailure } from '../library-writer.service.js';
import type { LibraryChangeInput } from './update-library.input.js';

type ChangeName = keyof LibraryChangeInput;

type ChangeInputs = { readonly [Name in ChangeName]-?: NonNullable<LibraryChangeInput[Name]> };

type Readers = { readonly [Name in ChangeName]: ReadChange<ChangeInputs[Name]> };

const readers: Readers = {
  addToWatchlist: readAddToWatchlist,
  removeFromWatchlist: readRemoveFromWatchlist,
  addToFavorites: readAddToFavorites,
  removeFromFavorites: readRemoveFromFavorites,
  rateMovie: readRateMovie,
  removeRating: readRemoveRating,
  markWatched: readMarkWatched,
  removeFromHistory: readRemoveFromHistory,
  setMovieNote: readSetMovieNote,
  createList: readCreateList,
  updateList: readUpdateList,
  deleteList: readDeleteList,
  addToList: readAddToList,
  removeFromList: readRemoveFromList,
  moveListItem: readMoveListItem,
};

const names = Object.keys(readers) as ChangeName[];

/** The changes that can be made, and what is wrong with the others. */
export interface ReadBatch {
  readonly changes: readonly BatchChange[];
  readonly failures: readonly BatchFailure[];
}

export function readBatch(inputs: readonly LibraryChangeInput[], now: Date): ReadBatch {
  const changes: BatchChange[] = [];
  const failures: BatchFailure[] = [];
  for (const [index, input] of inputs.entries()) {
    const issues = new InputIssues(['input', 'changes']);
    const read = readOne(input, String(index), issues, now);
    const error = issues.toError();
    if (error !== null) failures.push({ index, error });
    else if (read !== null) changes.push({ index, ...read });
  }
  return { changes, failures };
}

function readOne(
  input: LibraryChangeInput,
  place: string,
  issues: InputIssues,
  now: Date,
): Omit<BatchChange, 'index'> | null {
  const [name, ...more] = names.filter((candidate) => isGiven(input[candidate]));
  const given = name && input[name];
  if (!isGiven(given) || name === undefined) return issues.add(place, 'REQUIRED', 'Say what to change.');
  if (more.length > 0) return issues.add(place, 'INVALID', 'Give each change an element of its own.');
  const change = readNamed(name, given, issues.within(place, name), now);
  return change && { path: ['input', 'changes', place, name], change };
}

function readNamed<Name extends ChangeName>(
  name: Name,
  given: ChangeInputs[Name],
  issues: InputIssues,
  now: Date,
): LibraryChange | null {
  return readers[name](given, issues, now);
}

function isGiven<T>(value: T): value is NonNullable<T> {
  return value !== undefined && value !== null;
}
