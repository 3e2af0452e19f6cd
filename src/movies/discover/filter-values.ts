import { BadUserInputError } from '../../platform/errors/coded-error.js';
import { Match } from './matches.input.js';

/** Parameters of TMDb's `/discover/movie`; what is null or undefined is left out. */
export type Parameters = Record<string, string | number | boolean | null | undefined>;

type Limits = readonly [lowest: number, highest: number];

const mostEntries = 50;

/** The years that films come from: the first ones, and a while ahead. */
export const years: Limits = [1870, 2200];

/** Each entry once and sorted, so that equal filters are one entry of the cache. @throws BadUserInputError over 50. */
export function bounded<T extends string | number>(
  entries: readonly T[] | null | undefined,
  field: string = 'types',
): T[] {
  if (!entries) return [];
  if (entries.length > mostEntries) {
    throw new BadUserInputError(`\`filter.${field}\` has ${entries.length} entries; it takes up to ${mostEntries}.`);
  }
  return [...new Set(entries)].toSorted((one, other) => (one < other ? -1 : 1));
}

/** TMDb's comma is "and", its bar "or"; nothing for an empty list. */
export function join(values: readonly (string | number)[], match: Match | null | undefined): string | null {
  return values.length === 0 ? null : values.join(match === Match.ALL ? ',' : '|');
}

/** @throws BadUserInputError outside of the limits. */
export function within(value: number | null | undefined, field: string, [lowest, highest]: Limits) {
  if (typeof value === 'number' && (value < lowest || value > highest)) {
    throw new BadUserInputError(`\`filter.${field}\` is ${value}; it goes from ${lowest} to ${highest}.`);
  }
  return value;
}

interface Bounds<T> {
  readonly gte?: T | null;
  readonly lte?: T | null;
}

/** Both ends of a span as parameters. @throws BadUserInputError for a span that is crossed or outside of the limits. */
export function range<T extends string | number>(
  parameter: string,
  field: string,
  bounds: Bounds<T> | null | undefined,
  limits?: Limits,
): Parameters {
  const { gte = null, lte = null } = bounds ?? {};
  for (const [end, value] of Object.entries({ gte, lte })) {
    if (limits && typeof value === 'number') within(value, `${field}.${end}`, limits);
  }
  if (gte !== null && lte !== null && gte > lte) {
    throw new BadUserInputError(`\`filter.${field}.gte\` is above \`filter.${field}.lte\`.`);
  }
  return { [`${parameter}.gte`]: gte, [`${parameter}.lte`]: lte };
}

/** TMDb reads a span of first showings rightly only with both ends. */
export function bothEnds(bounds: Bounds<string> | null | undefined): Bounds<string> | null {
  const { gte = null, lte = null } = bounds ?? {};
  if (gte === null && lte === null) return null;
  return { gte: gte ?? `${years[0]}-01-01`, lte: lte ?? `${years[1]}-12-31` };
}

/** @throws BadUserInputError for a text that can be no certification, or would be read as two. */
export function certificationName(text: string): string {
  if (!/^[^|,]{1,20}$/.test(text)) {
    throw new BadUserInputError('A certification is up to 20 characters without "," and "|", such as "PG-13".');
  }
  return text;
}
