import type { Keeping } from '../../request/request-context.js';
import type { FlatHeaders } from '../recorded-headers.js';
import type { Coded } from './coding.js';
import { digestOf, keptBytesOf, type Payload } from './payload.js';

export interface MadeAnswer {
  /** Of what it answers, for those who count. */
  readonly operationName: string | undefined;
  readonly status: number;
  /** All but those of `ReadyAnswer` and those that every answer has. */
  readonly headers: FlatHeaders;
  /** Null for what is not to be kept by anyone. */
  readonly keeping: Keeping | null;
  /** Whether it holds something of a viewer; then no one else gets it. */
  readonly isPrivate: boolean;
  /** Whether it is at an address that names a document which never changes: what CDNs are good for. */
  readonly isForCdns: boolean;
  /** Whether a client may ask later if it has changed: what was asked by POST it may not. */
  readonly isRead: boolean;
}

/** How long a shared cache may answer what is over while it asks anew. */
const refreshSeconds = 60;

/** How long an answer that holds something stale may be kept: a refresh is under way. */
const staleSeconds = 5;

/** Who is asked for an answer's head. */
export interface Receiver {
  readonly requestId: string;
  /** What every answer has. */
  readonly standing: FlatHeaders;
  readonly isSignedIn: boolean;
}

/** The headers of an answer for all who share the standing ones; the two that differ come first. */
interface Head {
  readonly standing: FlatHeaders;
  readonly flat: string[];
}

/** Measured on answers of 70 bytes to 13 kB. */
const overheadBytes = 1500;

const placeOfRequestId = 1;
const placeOfAge = 3;

/** An answer as it goes out, for as many as ask the same. */
export class ReadyAnswer {
  readonly etag: string | undefined;
  private readonly headers: FlatHeaders;
  private publicHead: Head | undefined;
  private privateHead: Head | undefined;

  constructor(
    readonly made: MadeAnswer,
    private coded: Coded,
    /** Before it was compressed. */
    plain: Payload,
  ) {
    this.etag = made.isRead && made.keeping !== null ? etagOf(plain) : undefined;
    this.headers = [
      ...made.headers,
      ...(this.etag === undefined ? [] : ['ETag', this.etag]),
      ...(coded.coding === 'identity' ? [] : ['Content-Encoding', coded.coding]),
      'Content-Length',
      String(coded.payload.length),
    ];
  }

  get payload(): Payload {
    return this.coded.payload;
  }

  /** To be sent often: with its bytes ready. */
  ready(): this {
    this.coded = { ...this.coded, payload: keptBytesOf(this.coded.payload) };
    return this;
  }

  /** What it takes of memory, roughly: its headers and objects take as much as a small answer. */
  get bytes(): number {
    return this.coded.payload.length + overheadBytes;
  }

  /** Whether it may be given to others at a moment, in milliseconds since 1970. */
  isFreshAt(now: number): boolean {
    return this.made.keeping !== null && !this.made.isPrivate && now < this.made.keeping.freshUntil;
  }

  /**
   * Its headers for whoever gets it, at a moment in milliseconds since 1970. The array is good until the next call: it is
   * the same each time, since to make one costs a twentieth of an answer.
   */
  headFor({ requestId, standing, isSignedIn }: Receiver, now: number): string[] {
    const { keeping, isPrivate } = this.made;
    const { flat } = isPrivate || (isSignedIn && keeping !== null) ? this.privately(standing) : this.publicly(standing);
    flat[placeOfRequestId] = requestId;
    if (keeping !== null) flat[placeOfAge] = String(Math.max(0, Math.floor((now - keeping.storedAt) / 1000)));
    return flat;
  }

  private publicly(standing: FlatHeaders): Head {
    if (this.publicHead?.standing === standing) return this.publicHead;
    const { keeping } = this.made;
    const control = keeping === null ? 'no-store' : publicControl(lifetimeSeconds(keeping), this.made);
    return (this.publicHead = this.headWith(standing, control));
  }

  private privately(standing: FlatHeaders): Head {
    if (this.privateHead?.standing === standing) return this.privateHead;
    const { keeping } = this.made;
    const control = keeping === null ? 'no-store' : `max-age=${lifetimeSeconds(keeping)}`;
    return (this.privateHead = this.headWith(standing, `private, ${control}`));
  }

  private headWith(standing: FlatHeaders, cacheControl: string): Head {
    const age = this.made.keeping === null ? [] : ['Age', ''];
    const flat = ['X-Request-Id', '', ...age, ...standing, 'Cache-Control', cacheControl, ...this.headers];
    return { standing, flat };
  }
}

function publicControl(seconds: number, { isForCdns }: MadeAnswer): string {
  const forAll = `public, max-age=${seconds}`;
  return isForCdns ? `${forAll}, s-maxage=${seconds}, stale-while-revalidate=${refreshSeconds}` : forAll;
}

/** Since it was stored: what is stale has a little longer from now on. */
function lifetimeSeconds({ storedAt, freshUntil }: Keeping): number {
  const now = Date.now();
  const until = freshUntil > now ? freshUntil : now + staleSeconds * 1000;
  return Math.floor((until - storedAt) / 1000);
}

/** Weak, since compressed and plain bytes share it. */
function etagOf(plain: Payload): string {
  return `W/"${digestOf(plain)}"`;
}
