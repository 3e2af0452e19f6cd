import { estimateWidth } from './text-width.js';
import type { Typeface } from './typeface.js';

/** Room for a title, in units of the picture. */
export interface TitleRoom {
  width: number;
  height: number;
  maxSize: number;
}

/** A title cut into lines, each with its estimated width; every line fits the room it was set for. */
export interface SetTitle {
  lines: readonly { text: string; width: number }[];
  face: Typeface;
  size: number;
  /** From the top of the letters to the first baseline. */
  ascent: number;
  leading: number;
  height: number;
}

const MAX_LINES = 7;

/** Cuts a title into the balanced lines that allow the largest letters. */
export function typeset(title: string, face: Typeface, room: TitleRoom): SetTitle {
  const text = face.isUpperCase ? title.toLocaleUpperCase('en') : title;
  const pieces = piecesOf(text);
  const metrics = verticalMetrics(text);
  let best: { lines: readonly string[]; size: number } | undefined;
  for (let count = 1; count <= Math.min(MAX_LINES, pieces.length); count++) {
    const lines = balance(pieces, count, face);
    const widest = Math.max(...lines.map((line) => widthOf(line, face)));
    const size = Math.min(room.maxSize, room.width / widest, room.height / heightOf(lines.length, metrics));
    // A further line has to earn its place.
    if (best === undefined || size > best.size * 1.06) best = { lines, size };
  }
  const { lines, size } = best ?? { lines: [], size: 0 };
  return {
    lines: lines.map((line) => ({ text: line, width: widthOf(line, face) * size })),
    face,
    size,
    ascent: metrics.ascent * size,
    leading: metrics.leading * size,
    height: heightOf(lines.length, metrics) * size,
  };
}

/** The estimated width of a text in a face, in font sizes. */
export function widthOf(text: string, face: Typeface): number {
  return estimateWidth(text) * face.widthFactor + Array.from(text).length * face.tracking;
}

interface VerticalMetrics {
  ascent: number;
  leading: number;
  descent: number;
}

function heightOf(lineCount: number, { ascent, leading, descent }: VerticalMetrics): number {
  return lineCount === 0 ? 0 : ascent + (lineCount - 1) * leading + descent;
}

function verticalMetrics(text: string): VerticalMetrics {
  if (/[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]/u.test(text)) {
    return { ascent: 0.9, leading: 1.3, descent: 0.28 };
  }
  if (/\p{Ll}/u.test(text)) return { ascent: 0.75, leading: 1.08, descent: 0.24 };
  const hasAccents = /\p{Mn}/u.test(text.normalize('NFD'));
  return hasAccents ? { ascent: 0.92, leading: 1.16, descent: 0.04 } : { ascent: 0.73, leading: 0.98, descent: 0.04 };
}

/** The pieces a line may end after; a piece that begins a word carries the space before it. */
function piecesOf(text: string): string[] {
  const words = text.trim().split(/\s+/u).filter(Boolean);
  return words.flatMap((word, index) => {
    const pieces = word.length > 12 ? word.match(LONG_WORD) : word.match(WORD);
    return (pieces ?? [word]).map((piece, place) => (index > 0 && place === 0 ? ` ${piece}` : piece));
  });
}

// Chinese and Japanese are written without spaces: a line may end after every second character, but not before a mark.
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,2}[ー々]*[^\p{L}\p{N}]*|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const LONG_WORD = new RegExp(`[^-]{4,}-(?=[^-]{4})|${WORD.source}`, 'gu');

/** The cut into `count` lines of the most even width: the fourth power makes the widest line count most. */
function balance(pieces: readonly string[], count: number, face: Typeface): string[] {
  const joined = (from: number, to: number) => pieces.slice(from, to).join('').trim();
  const cost = (from: number, to: number) => widthOf(joined(from, to), face) ** 4;
  let cuts = pieces.map((_, index) => ({ total: cost(0, index + 1), starts: [0] }));
  for (let line = 2; line <= count; line++) {
    cuts = pieces.map((_, end) => {
      const choices = cuts.slice(0, end).map(({ total, starts }, before) => ({
        total: total + cost(before + 1, end + 1),
        starts: [...starts, before + 1],
      }));
      return choices.toSorted((a, b) => a.total - b.total)[0] ?? { total: cost(0, end + 1), starts: [0] };
    });
  }
  const starts = cuts.at(-1)?.starts ?? [0];
  return starts.map((start, index) => joined(start, starts[index + 1] ?? pieces.length));
}
