import type { UpstreamFailure } from '../tmdb.errors.js';

/** Attempts after the first. */
export const maxRetries = 3;

const baseDelayMs = 100;
const maxDelayMs = 1000;
const retriedStatuses: ReadonlySet<number | undefined> = new Set([500, 502, 503, 504]);

/** What a wrong address or certificate gives; asking again changes nothing. */
const lastingNetworkCodes = /^(ENOTFOUND$|ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_INVALID_)/;

/**
 * Whether a new attempt may help: after broken connections, timeouts and passing server faults. Never where TMDb asks
 * to wait, since it would only prolong the ban, and never after an answer that would come back the same.
 */
export function mayBeRetried({ reason, status, networkCode, retryAfterSeconds }: UpstreamFailure): boolean {
  if (retryAfterSeconds !== undefined) return false;
  if (reason === 'timeout') return true;
  if (reason === 'connection') return !lastingNetworkCodes.test(networkCode ?? '');
  return reason === 'status' && retriedStatuses.has(status);
}

/**
 * Milliseconds to wait before the given retry (1 is the first): full jitter over a doubling window, so that callers
 * that failed together do not come back together. `random` gives 0 to 1.
 */
export function retryDelayMs(retry: number, random: () => number): number {
  return Math.floor(random() * Math.min(baseDelayMs * 2 ** (retry - 1), maxDelayMs));
}
