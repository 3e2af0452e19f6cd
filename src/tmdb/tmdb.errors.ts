import { CodedError } from '../platform/errors/coded-error.js';

/**
 * Why TMDb gave nothing usable:
 * - `timeout`: an attempt or the whole call ran out of time;
 * - `connection`: no connection, or it broke;
 * - `status`: a fault of its own (5xx), a redirect, a 404 for what always is, or a status nobody expects;
 * - `rate-limited`: it said 429, or asked us a moment ago to wait;
 * - `unauthorized`: our token is missing, wrong or suspended;
 * - `bad-body`: not JSON, or not of the shape its documentation gives;
 * - `too-large`: a body over the limit;
 * - `refused`: it calls our request wrong (another 4xx);
 * - `circuit-open`: it failed too often just now, so it was not asked at all.
 */
export type UpstreamFailureReason =
  | 'timeout'
  | 'connection'
  | 'status'
  | 'rate-limited'
  | 'unauthorized'
  | 'bad-body'
  | 'too-large'
  | 'refused'
  | 'circuit-open';

/** What is known of a failure; for logs and decisions, never sent to clients. */
export interface UpstreamFailure {
  readonly reason: UpstreamFailureReason;
  /** The HTTP status, if there was an answer. */
  readonly status?: number;
  /** TMDb's own `status_code`, if it sent one. */
  readonly tmdbCode?: number;
  /** The system's code of a broken connection, such as `ECONNRESET`. */
  readonly networkCode?: string;
  readonly retryAfterSeconds?: number;
  /** Set where it had so little time that running out of it says nothing about TMDb. */
  readonly isCutShort?: true;
}

const messages: Readonly<Record<UpstreamFailureReason, string>> = {
  timeout: 'The film database did not answer in time.',
  connection: 'The film database can not be reached.',
  status: 'The film database reported a fault.',
  'rate-limited': 'The film database takes no more requests for the moment.',
  // A client can do nothing about our token: to it this is an outage like any other.
  unauthorized: 'The film database can not be reached.',
  'bad-body': 'The film database sent an answer that can not be used.',
  'too-large': 'The film database sent an answer that can not be used.',
  refused: 'The film database refused the request.',
  'circuit-open': 'The film database can not be reached.',
};

/** Reasons that pass by themselves; the others need an operator or a change of ours. */
const passing: ReadonlySet<UpstreamFailureReason> = new Set([
  'timeout',
  'connection',
  'status',
  'rate-limited',
  'bad-body',
  'circuit-open',
]);

/** How long the same question would fail the same way, in milliseconds; for all others nobody knows. */
const lasting: Readonly<Partial<Record<UpstreamFailureReason, number>>> = {
  timeout: 1000,
  connection: 500,
  status: 2000,
  'bad-body': 3000,
  'too-large': 3000,
  refused: 3000,
};

/** TMDb gave no answer: it failed, was not asked, or was not waited for. */
export abstract class UpstreamError extends CodedError {}

/**
 * A call to TMDb that failed, or that is known to fail for now. Message and `details` are safe for clients: no address, no token, no text of
 * TMDb. It has no `cause` on purpose: got's errors carry the request's headers, and with them the token.
 */
export class UpstreamUnavailableError extends UpstreamError {
  override readonly name = 'UpstreamUnavailableError';
  readonly code = 'UPSTREAM_UNAVAILABLE';
  readonly reason: UpstreamFailureReason;
  /** Whether the same question may be answered a little later. */
  readonly retryable: boolean;
  /** How long the cache spares TMDb the same question; not where TMDb as a whole is left alone anyway. */
  readonly rememberedForMs: number;
  /** Whole seconds; only while TMDb is not asked. */
  readonly retryAfterSeconds: number | undefined;
  override readonly details: Readonly<Record<string, unknown>>;

  constructor(readonly failure: UpstreamFailure) {
    super(messages[failure.reason]);
    this.reason = failure.reason;
    this.retryable = passing.has(failure.reason);
    this.retryAfterSeconds = failure.retryAfterSeconds;
    const isOurs = failure.isCutShort === true || failure.retryAfterSeconds !== undefined;
    this.rememberedForMs = isOurs ? 0 : (lasting[failure.reason] ?? 0);
    this.details = {
      retryable: this.retryable,
      ...(this.retryAfterSeconds !== undefined && { retryAfterSeconds: this.retryAfterSeconds }),
    };
  }
}

/** All that TMDb takes at the moment is in use, and a turn would come too late. */
export class UpstreamBusyError extends UpstreamError {
  override readonly name = 'UpstreamBusyError';
  readonly code = 'UPSTREAM_BUSY';
  override readonly details;

  /** Whole seconds. */
  constructor(retryAfterSeconds: number) {
    super('The film database is asked too much at the moment.');
    this.details = { retryable: true, retryAfterSeconds } as const;
  }
}

/** A call that was given up because nobody waited for it any more; nobody should ever read it. */
export class UpstreamAbandonedError extends UpstreamError {
  override readonly name = 'UpstreamAbandonedError';
  readonly code = 'UPSTREAM_UNAVAILABLE';
  override readonly details = { retryable: true } as const;

  constructor() {
    super('The film database was not waited for.');
  }
}
