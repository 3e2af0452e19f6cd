import type { Keeping } from '../../request/request-context.js';
import type { FlatHeaders } from '../recorded-headers.js';
import type { Coded } from './coding.js';
import { bytesOf, checksumOf, type Payload } from './payload.js';

export interface MadeAnswer {
  readonly status: number;
  /** All but those of `ReadyAnswer` and those that every answer has. */
  readonly headers: FlatHeaders;
  /** Null for what is not to be kept by anyone. */
  readonly keeping: Keeping | null;
  /** Whether it holds something of a viewer; then no one else gets it. */
  readonly isPrivate: boolean;
  /** Whether it is at an address that names a document which never changes: what CDNs are good for. */
  readonly isForCdns: boolean;
}

/** How long a shared cache may answer what is over while it asks anew. */
const refreshSeconds = 60;

/** How long an answer that holds something stale may be kept: a refresh is under way. */
const staleSeconds = 5;

/** An answer as it goes out, for as many as ask the same. */
export class ReadyAnswer {
  readonly etag: string | undefined;
  private readonly head: FlatHeaders;
  private readonly publicHead: FlatHeaders;
  private readonly privateHead: FlatHeaders;

  constructor(
    readonly made: MadeAnswer,
    private coded: Coded,
    /** Before it was compressed. */
    plain: Payload,
  ) {
    const { keeping, headers } = made;
    this.etag = keeping === null ? undefined : etagOf(plain);
    this.head = [
      ...headers,
      ...(this.etag === undefined ? [] : ['ETag', this.etag]),
      ...(coded.coding === 'identity' ? [] : ['Content-Encoding', coded.coding]),
    ];
    const seconds = keeping && lifetimeSeconds(keeping);
    this.publicHead = [...this.head, 'Cache-Control', seconds === null ? 'no-store' : publicly(seconds, made)];
    this.privateHead = [
      ...this.head,
      'Cache-Control',
      seconds === null ? 'private, no-store' : `private, max-age=${seconds}`,
    ];
  }

  get payload(): Payload {
    return this.coded.payload;
  }

  /** To be sent often: with its bytes ready. */
  ready(): this {
    this.coded = { ...this.coded, payload: bytesOf(this.coded.payload) };
    return this;
  }

  /** What it takes of memory, roughly. */
  get bytes(): number {
    return this.coded.payload.length + 1000;
  }

  /** Whether it may be given to others at a moment, in milliseconds since 1970. */
  isFreshAt(now: number): boolean {
    return this.made.keeping !== null && !this.made.isPrivate && now < this.made.keeping.freshUntil;
  }

  /** Its headers for somebody who is, or is not, signed in. */
  headersAt(now: number, isSignedIn: boolean): FlatHeaders {
    const { keeping, isPrivate } = this.made;
    const head = isPrivate || (isSignedIn && keeping !== null) ? this.privateHead : this.publicHead;
    if (keeping === null) return head;
    return [...head, 'Age', String(Math.max(0, Math.floor((now - keeping.storedAt) / 1000)))];
  }
}

function publicly(seconds: number, { isForCdns }: MadeAnswer): string {
  const forAll = `public, max-age=${seconds}`;
  return isForCdns ? `${forAll}, s-maxage=${seconds}, stale-while-revalidate=${refreshSeconds}` : forAll;
}

/** Since it was stored: what is stale has a little longer from now on. */
function lifetimeSeconds({ storedAt, freshUntil }: Keeping): number {
  const now = Date.now();
  const until = freshUntil > now ? freshUntil : now + staleSeconds * 1000;
  return Math.floor((until - storedAt) / 1000);
}

/**
 * Weak, since compressed and plain bytes share it. A checksum costs a page of films a fifteenth of what a hash would:
 * nobody gains by making two answers alike, and by chance it happens to one change in four thousand million.
 */
function etagOf(plain: Payload): string {
  return `W/"${plain.length.toString(36)}-${checksumOf(plain).toString(36)}"`;
}
