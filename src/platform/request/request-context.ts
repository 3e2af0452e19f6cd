import type { Locale } from '../locale/locale.js';
import { ReadLog } from './read-log.js';

/** What one request knows; the key of everything that lives as long as it. */
export interface RequestContext {
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** When nobody waits for its answer any more, in milliseconds since 1970. */
  readonly deadlineAt: number;
  /** Aborted when its client goes away before it is answered. */
  readonly signal: AbortSignal;
  /** Whose turn it is where clients share something: an address, as `clientAddressOf` counts it. */
  readonly client: string;
  /** Whether it came by plain HTTP, where others can read it and its answer. */
  readonly isInTheOpen: boolean;
  /** The locales of Accept-Language, best first; empty without it. */
  readonly acceptedLocales: readonly Locale[];
  /** Whom the request's access token names; null without one. */
  credentials: Credentials | null;
  readonly trace: RequestTrace;
  /** What was made for it once, by what made it; see `perRequest`. */
  readonly kept: Map<object, unknown>;
}

/** What a verified access token says. Whether they are signed in still, only the database knows. */
export interface Credentials {
  readonly userId: string;
  readonly sessionId: string;
}

/** What was done for a request so far, for its log line and headers; written by whoever does it. */
export interface RequestTrace {
  operationName: string | undefined;
  upstreamCalls: number;
  /** Whether it waited for what others had called TMDb for. */
  hasWaited: boolean;
  /** What it read from the catalogue, and how fresh that was. */
  readonly reads: ReadLog;
  readonly errorCodes: string[];
  /** The locales that root fields answered in, and those that filled in for them. */
  readonly locales: Set<Locale>;
  /** Whether a locale was taken from Accept-Language. */
  usedAcceptLanguage: boolean;
  /** Whether the answer is one viewer's alone: then no cache may keep it. */
  isPrivate: boolean;
  /** How long the answer may be kept; null while nobody has said that it may. */
  keeping: Keeping | null;
}

/** How old an answer is, and until when it is fresh, in milliseconds since 1970: by the least fresh of its parts. */
export interface Keeping {
  readonly storedAt: number;
  readonly freshUntil: number;
}

export interface RequestOrigin {
  readonly requestId: string;
  readonly acceptedLocales?: readonly Locale[];
  readonly client?: string;
  readonly isInTheOpen?: boolean;
  /** Asked for only when something is waited for. */
  readonly signal?: () => AbortSignal;
  /** How long whoever asked waits, in milliseconds. */
  readonly patienceMs?: number;
}

const never = new AbortController().signal;
const neverAborted = (): AbortSignal => never;

export function newRequestContext(origin: RequestOrigin): RequestContext {
  const { requestId, acceptedLocales = [], client = '', isInTheOpen = false } = origin;
  const { signal = neverAborted, patienceMs = Infinity } = origin;
  const startedAt = Date.now();
  return {
    requestId,
    startedAt,
    deadlineAt: startedAt + patienceMs,
    get signal() {
      return signal();
    },
    client,
    isInTheOpen,
    acceptedLocales,
    credentials: null,
    trace: {
      operationName: undefined,
      upstreamCalls: 0,
      hasWaited: false,
      reads: new ReadLog(),
      errorCodes: [],
      locales: new Set(),
      usedAcceptLanguage: false,
      isPrivate: false,
      keeping: null,
    },
    kept: new Map(),
  };
}
