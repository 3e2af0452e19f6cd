/** The two types of GraphQL over HTTP. The first leaves 200 for all that is well formed; the second tells by status. */
export type MediaType = 'application/json' | 'application/graphql-response+json';

export const mediaTypes: readonly MediaType[] = ['application/json', 'application/graphql-response+json'];

/** A range of an Accept header: how much it is wanted, and how exactly it names what it matches. */
interface Fit {
  readonly quality: number;
  readonly precision: number;
  readonly position: number;
}

const known = new Map<string, MediaType | null>();
const knownLimit = 200;
const knownLength = 200;

/**
 * The type of an answer by the request's Accept: by quality, then by what is named most exactly, then by what comes
 * first; `application/json` where nothing is preferred or said. Null where neither is accepted.
 */
export function negotiate(accept: string | undefined): MediaType | null {
  if (accept === undefined || accept.trim() === '') return 'application/json';
  const before = known.get(accept);
  if (before !== undefined) return before;
  const chosen = choose(accept);
  // Clients send few; who sends ever new ones takes no memory.
  if (known.size >= knownLimit) known.clear();
  if (accept.length <= knownLength) known.set(accept, chosen);
  return chosen;
}

function choose(accept: string): MediaType | null {
  const ranges = accept.split(',');
  let chosen: MediaType | null = null;
  let best: Fit = { quality: 0, precision: 0, position: 0 };
  for (const type of mediaTypes) {
    const fit = fitOf(type, ranges);
    if (fit !== null && fit.quality > 0 && (chosen === null || isBetter(fit, best))) {
      chosen = type;
      best = fit;
    }
  }
  return chosen;
}

/** The range that names the type most exactly decides on it, whatever wider ones say. */
function fitOf(type: MediaType, ranges: readonly string[]): Fit | null {
  let fit: Fit | null = null;
  for (const [position, range] of ranges.entries()) {
    const [name = '', ...parameters] = range.split(';');
    const precision = [`*/*`, 'application/*', type].indexOf(name.trim().toLowerCase());
    if (precision >= 0 && (fit === null || precision > fit.precision)) {
      fit = { quality: qualityOf(parameters), precision, position };
    }
  }
  return fit;
}

function isBetter(one: Fit, other: Fit): boolean {
  if (one.quality !== other.quality) return one.quality > other.quality;
  if (one.precision !== other.precision) return one.precision > other.precision;
  return one.position < other.position;
}

/** One that can't be read counts as none given, which is 1. */
function qualityOf(parameters: readonly string[]): number {
  for (const parameter of parameters) {
    const [, quality] = /^\s*q\s*=\s*(0(?:\.\d*)?|1(?:\.0*)?)\s*$/i.exec(parameter) ?? [];
    if (quality !== undefined) return Number(quality);
  }
  return 1;
}
