import { createHash } from 'node:crypto';
import { BadUserInputError } from '../../errors/coded-error.js';
import { isUuid } from '../nodes/uuid.js';

/** What a list is sorted by; null stands for a row that has none, and comes last. */
export type SortValue = string | number | null;

/** The place of a row in a sorted list, by what it is sorted by and, among equals, by its id. */
export interface KeysetPosition {
  readonly value: SortValue;
  /** A UUID. */
  readonly id: string;
}

const version = 2;
/** Titles are the longest that anything is sorted by. */
const maxLength = 3000;

/** An opaque text of the position, good for one list in one order: `list` names both, such as `favorites TITLE_ASC`. */
export function encodeKeysetCursor(list: string, { value, id }: KeysetPosition): string {
  return Buffer.from(JSON.stringify([version, markOf(list), value, id])).toString('base64url');
}

/**
 * `isValue` tells what the list can be sorted by, so that a made-up cursor never reaches the database.
 *
 * @throws BadUserInputError for a text that `encodeKeysetCursor` never made, or made for another list or order.
 */
export function decodeKeysetCursor(
  cursor: string,
  list: string,
  isValue: (value: unknown) => value is SortValue,
): KeysetPosition {
  const [, mark, value, id] = partsOf(cursor);
  if (mark === undefined) {
    throw new BadUserInputError('`after` is not a cursor: pass the `endCursor` of the page before.');
  }
  if (mark !== markOf(list)) {
    throw new BadUserInputError('`after` is a cursor of another list or order: start without it.');
  }
  if (!isValue(value) || typeof id !== 'string' || !isUuid(id)) {
    throw new BadUserInputError('`after` is not a cursor: pass the `endCursor` of the page before.');
  }
  return { value, id };
}

/** Empty for what is no cursor. */
function partsOf(cursor: string): unknown[] {
  if (cursor.length > maxLength || !/^[\w-]+$/.test(cursor)) return [];
  const text = Buffer.from(cursor, 'base64url').toString();
  const parts = parseJson(text);
  const isCursor = Array.isArray(parts) && parts.length === 4 && parts[0] === version;
  // Written in one way only: another spelling of the same bytes, or of the same JSON, is no cursor.
  return isCursor && Buffer.from(JSON.stringify(parts)).toString('base64url') === cursor ? parts : [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** 48 bits of what the list is called: against mistakes, not against malice. */
function markOf(list: string): string {
  return createHash('sha256').update(list).digest('base64url').slice(0, 8);
}
