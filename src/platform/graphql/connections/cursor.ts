import { BadUserInputError } from '../../errors/coded-error.js';

/** Where a page starts, and what the reader saw just before. */
export interface Position {
  /** How many rows of the source lie before it. */
  readonly offset: number;
  /** The ids that came last, oldest first: what a source repeats on its next page is told by them. */
  readonly recent: readonly number[];
}

const version = 1;
const highestOffset = 1_000_000;
const mostRecent = 64;

/** An opaque text of the position; ids that lie close to each other take little room. */
export function encodeCursor({ offset, recent }: Position): string {
  const bytes = [version];
  pushVarint(bytes, offset);
  let previous = 0;
  for (const id of recent) {
    pushVarint(bytes, zigzag(id - previous));
    previous = id;
  }
  return Buffer.from(bytes).toString('base64url');
}

/** @throws BadUserInputError for a text that `encodeCursor` never made. */
export function decodeCursor(cursor: string): Position {
  const position = /^[\w-]{2,700}$/.test(cursor) ? read(Buffer.from(cursor, 'base64url')) : null;
  if (position === null || encodeCursor(position) !== cursor) {
    throw new BadUserInputError('`after` is not a cursor: pass the `endCursor` of the page before.');
  }
  return position;
}

function read(bytes: Uint8Array): Position | null {
  if (bytes[0] !== version) return null;
  const numbers = readVarints(bytes.subarray(1));
  const [offset, ...deltas] = numbers ?? [];
  if (offset === undefined || offset > highestOffset || deltas.length > mostRecent) return null;
  let id = 0;
  return { offset, recent: deltas.map((delta) => (id += unzigzag(delta))) };
}

function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

function readVarints(bytes: Uint8Array): number[] | null {
  const numbers: number[] = [];
  let value = 0;
  let scale = 1;
  for (const byte of bytes) {
    value += (byte % 128) * scale;
    scale *= 128;
    if (!Number.isSafeInteger(value) || scale > 2 ** 56) return null;
    if (byte < 128) {
      numbers.push(value);
      value = 0;
      scale = 1;
    }
  }
  return scale === 1 ? numbers : null;
}

// Arithmetic, since ids times two pass the 32 bits of JavaScript's shifts.
const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unzigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);
