import type { InputIssues } from '../../platform/input/input-issues.js';
import type { ListEntity } from '../lists/list.entity.js';
import type { LibraryWrite } from './library-write.js';
import type { Refusal } from './refusal.js';

/** A film as an input names it. */
export interface NamedFilm {
  readonly tmdbId: number;
  /** The field that names it. */
  readonly field: 'movieId' | 'tmdbId';
}

/** What came of a change. */
export interface Done {
  /** TMDb's number of the film it was about; null when it was about none, or one that can not be told. */
  readonly tmdbId: number | null;
  /** What is no longer there, by the name of its type; null when it was not there before. */
  readonly removed?: { readonly type: string; readonly id: string } | null;
  /** The list as it is now, for changes of lists. */
  readonly list?: ListEntity | null;
}

/** The entry that is there now. */
export interface Added<Entry> extends Done {
  readonly entry: Entry;
}

export interface Removed extends Done {
  readonly removed: NonNullable<Done['removed']> | null;
}

/** A change that an input asks for: checked by itself, but not against what is kept yet. */
export interface LibraryChange<D extends Done = Done> {
  /** A film that has to exist for it. */
  readonly needs: NamedFilm | null;
  /** `now`: when it is made. Made twice, it keeps the same; a removal then tells of nothing removed. */
  make(write: LibraryWrite, now: Date): Promise<D | Refusal>;
}

/** Reads an input; null when something is wrong with it, which `issues` then hold. */
export type ReadChange<Input, D extends Done = Done> = (
  input: Input,
  issues: InputIssues,
  now: Date,
) => LibraryChange<D> | null;
