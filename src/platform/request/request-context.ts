import type { Locale } from '../locale/locale.js';

/** What one request knows; the key of everything that lives as long as it. */
export interface RequestContext {
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** The first valid tag of Accept-Language. */
  readonly acceptedLocale: Locale | null;
  /** Whom the request's access token names; null without one. */
  credentials: Credentials | null;
  readonly trace: RequestTrace;
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
  readonly errorCodes: string[];
  /** The locales that root fields answered in. */
  readonly locales: Set<Locale>;
  /** Whether a locale was taken from Accept-Language. */
  usedAcceptLanguage: boolean;
  /** Whether the answer is one viewer's alone: then no cache may keep it. */
  isPrivate: boolean;
}

export function newRequestContext(requestId: string, acceptedLocale: Locale | null): RequestContext {
  return {
    requestId,
    startedAt: Date.now(),
    acceptedLocale,
    credentials: null,
    trace: {
      operationName: undefined,
      upstreamCalls: 0,
      errorCodes: [],
      locales: new Set(),
      usedAcceptLanguage: false,
      isPrivate: false,
    },
  };
}
