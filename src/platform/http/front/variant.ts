import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import type { IncomingHttpHeaders } from 'node:http';
import { MIMEType } from 'node:util';
import { acceptedLocalesOf, type Locale } from '../../locale/locale.js';
import { type MediaType, mediaTypes, negotiate } from '../media-type.js';
import { type Coding, codings } from './coding.js';

/** What the headers of a request ask for, as far as an answer may differ by them. */
export interface Variant {
  /** Tells it from all others. */
  readonly id: string;
  readonly acceptedLocales: readonly Locale[];
  readonly coding: Coding;
  /** Null where the client takes none that there is. */
  readonly mediaType: MediaType | null;
  readonly isBodyTypeUsable: boolean;
  /** Whether a browser would have asked first, so that no page elsewhere sent it unasked. */
  readonly isPreflighted: boolean;
  /** Whether the client asks to be told more than the answer: that is made for it alone. */
  readonly isExplained: boolean;
}

/**
 * The types a body may have. None of them is one that a page elsewhere may send unasked, so that a browser asks first.
 */
const bodyTypes: readonly string[] = mediaTypes;

const mostKnown = 1000;
const longestKnown = 1000;

/** The headers that matter. */
const names = [
  'accept',
  'accept-encoding',
  'accept-language',
  'content-type',
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'x-watchme-extensions',
] as const;

/** Reads the headers that matter; each combination of them once, since few clients differ in them. */
export class Variants {
  private readonly known = new LRUCache<string, Variant>({ max: mostKnown });
  /** The last one, by its headers: most requests are like the one before. */
  private last: { readonly headers: IncomingHttpHeaders; readonly variant: Variant } | undefined;

  of(headers: IncomingHttpHeaders): Variant {
    const { last } = this;
    if (last !== undefined && (headers === last.headers || areAlike(headers, last.headers))) return last.variant;
    const key = names.map((name) => headers[name]).join('\n');
    const variant = this.known.get(key) ?? read(headers);
    if (key.length > longestKnown) return variant;
    this.known.set(key, variant);
    this.last = { headers, variant };
    return variant;
  }
}

function areAlike(one: IncomingHttpHeaders, other: IncomingHttpHeaders): boolean {
  for (const name of names) if (one[name] !== other[name]) return false;
  return true;
}

function read(headers: IncomingHttpHeaders): Variant {
  const { accept, 'accept-encoding': encoding, 'accept-language': language, 'content-type': type } = headers;
  const acceptedLocales = acceptedLocalesOf(language ?? '');
  const coding = codingFor(encoding);
  const mediaType = negotiate(accept);
  const isPreflighted = isFilled(headers['apollo-require-preflight']) || isFilled(headers['x-apollo-operation-name']);
  return {
    id: [mediaType, coding, acceptedLocales.join(), isPreflighted, type === undefined ? '' : essenceOf(type)].join(' '),
    acceptedLocales,
    coding,
    mediaType,
    isBodyTypeUsable: type !== undefined && isBodyType(type),
    isPreflighted,
    isExplained: isFilled(headers['x-watchme-extensions']),
  };
}

/** What the types of the package do not know yet. */
interface WithPreference {
  encodings(available: string[], options: { readonly preferred: string[] }): string[];
}

function codingFor(accepted: string | undefined): Coding {
  if (accepted === undefined) return 'identity';
  const negotiator: WithPreference = new Negotiator({ headers: { 'accept-encoding': accepted } });
  // All browsers take several alike, and name the oldest first.
  return (negotiator.encodings([...codings], { preferred: [...codings] }) as Coding[])[0] ?? 'identity';
}

function isBodyType(type: string): boolean {
  try {
    const { essence, params } = new MIMEType(type);
    return bodyTypes.includes(essence) && (params.get('charset') ?? 'utf-8').toLowerCase() === 'utf-8';
  } catch {
    return false;
  }
}

function essenceOf(type: string): string {
  try {
    return new MIMEType(type).essence;
  } catch {
    return '?';
  }
}

function isFilled(header: string | string[] | undefined): boolean {
  return header !== undefined && header.length > 0;
}
