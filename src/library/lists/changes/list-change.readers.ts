import { randomUUID } from 'node:crypto';
import type { ReadChange, Removed } from '../../changes/library-change.js';
import { readFilm, readId } from '../../changes/read-ids.js';
import { readText } from '../../changes/read-text.js';
import type { InputIssues } from '../../../platform/input/input-issues.js';
import { createList, deleteList, type ListChanged, type ListFacts, updateList } from './list-changes.js';
import {
  addToList,
  type ListEntryAdded,
  type ListEntryRemoved,
  moveListItem,
  removeFromList,
} from './list-entry-changes.js';
import type {
  ListChangesInput,
  ListedFilmInput,
  ListInput,
  MovedEntryInput,
  NewListInput,
  PlacedFilmInput,
} from './list.inputs.js';

export const readCreateList: ReadChange<NewListInput, ListChanged> = (input, issues) => {
  const name = readName(input.name, issues);
  const description = readDescription(input.description, issues);
  if (name === null || description === undefined) return null;
  const facts: ListFacts = { name, description, visibility: input.visibility ?? 'PRIVATE' };
  const id = randomUUID();
  return { needs: null, make: (write, now) => createList(write, id, facts, now) };
};

export const readUpdateList: ReadChange<ListChangesInput, ListChanged> = (input, issues) => {
  const id = readListId(input, issues);
  const name = typeof input.name === 'string' ? readName(input.name, issues) : undefined;
  const isDescribed = input.description !== undefined;
  const description = isDescribed ? readDescription(input.description, issues) : null;
  if (id === null || name === null || description === undefined) return null;
  const facts: Partial<ListFacts> = {
    ...(name !== undefined && { name }),
    ...(isDescribed && { description }),
    ...(input.visibility && { visibility: input.visibility }),
  };
  return { needs: null, make: (write, now) => updateList(write, id, facts, now) };
};

export const readDeleteList: ReadChange<ListInput, Removed> = (input, issues) => {
  const id = readListId(input, issues);
  return id === null ? null : { needs: null, make: (write) => deleteList(write, id) };
};

export const readAddToList: ReadChange<PlacedFilmInput, ListEntryAdded> = (input, issues) => {
  const id = readListId(input, issues);
  const film = readFilm(input, issues);
  const afterEntryId = readEntryId('afterEntryId', input.afterEntryId, issues);
  if (id === null || film === null || afterEntryId === malformed) return null;
  return { needs: film, make: (write, now) => addToList(write, id, film.tmdbId, { afterEntryId }, now) };
};

export const readRemoveFromList: ReadChange<ListedFilmInput, ListEntryRemoved> = (input, issues) => {
  const id = readListId(input, issues);
  const film = readFilm(input, issues);
  if (id === null || film === null) return null;
  return { needs: null, make: (write, now) => removeFromList(write, id, film.tmdbId, now) };
};

export const readMoveListItem: ReadChange<MovedEntryInput, ListEntryAdded> = (input, issues) => {
  const id = readListId(input, issues);
  const entryId = readId('entryId', input.entryId, 'ListEntry', issues);
  const afterEntryId = readEntryId('afterEntryId', input.afterEntryId, issues);
  if (afterEntryId === undefined) {
    return issues.add('afterEntryId', 'REQUIRED', 'Say which entry it comes after; null: none.');
  }
  if (id === null || entryId === null || afterEntryId === malformed) return null;
  if (entryId === afterEntryId) return issues.add('afterEntryId', 'INVALID', 'No entry comes after itself.');
  return { needs: null, make: (write, now) => moveListItem(write, id, entryId, { afterEntryId }, now) };
};

const malformed = Symbol('malformed');

/** Null and undefined mean something, and stay what they are. */
function readEntryId(
  field: string,
  id: string | null | undefined,
  issues: InputIssues,
): string | null | undefined | typeof malformed {
  return typeof id === 'string' ? (readId(field, id, 'ListEntry', issues) ?? malformed) : id;
}

function readListId({ listId }: ListInput, issues: InputIssues): string | null {
  return readId('listId', listId, 'List', issues);
}

function readName(text: string, issues: InputIssues): string | null {
  const name = readText('name', text, { longest: 100, isMultiline: false }, issues);
  return name === '' ? issues.add('name', 'TOO_SHORT', 'A list has a name.') : name;
}

/** Undefined for one that can not be kept; null for none. */
function readDescription(text: string | null | undefined, issues: InputIssues): string | null | undefined {
  const description = readText('description', text ?? '', { longest: 2000, isMultiline: true }, issues);
  if (description === null) return undefined;
  return description === '' ? null : description;
}
