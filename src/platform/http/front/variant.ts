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

/** Reads the headers that matter; each combination of them once, since few clients differ in them. */
export class Variants {
  private readonly known = new LRUCache<string, Variant>({ max: mostKnown });

  of(headers: IncomingHttpHeaders): Variant {
    const key = [
      headers['accept'],
      headers['accept-encoding'],
      headers['accept-language'],
      headers['content-type'],
      headers['apollo-require-preflight'],
      headers['x-apollo-operation-name'],
      headers['x-watchme-extensions'],
    ].join('\n');
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const variant = read(headers);
    if (key.length <= longestKnown) this.known.set(key, variant);
    return variant;
  }
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
