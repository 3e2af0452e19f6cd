import { z } from 'zod';
import type { UpstreamFailure, UpstreamFailureReason } from '../tmdb.errors.js';
import type { HttpAnswer } from './http-request.js';
import { parseRetryAfter } from './retry-after-gate.js';

/** The HTTP status that belongs to each of TMDb's codes, for errors that come with a 200. */
const statusOfCode: Readonly<Record<number, number>> = {
  2: 501,
  3: 401,
  4: 405,
  5: 422,
  6: 404,
  7: 401,
  8: 403,
  9: 503,
  10: 401,
  11: 500,
  14: 401,
  15: 500,
  16: 401,
  17: 401,
  18: 400,
  19: 406,
  20: 422,
  21: 404,
  22: 400,
  23: 400,
  24: 504,
  25: 429,
  26: 400,
  27: 400,
  28: 400,
  29: 400,
  30: 401,
  31: 401,
  32: 401,
  33: 401,
  34: 404,
  35: 401,
  36: 401,
  37: 404,
  38: 401,
  39: 401,
  41: 422,
  42: 405,
  43: 502,
  44: 500,
  45: 403,
  46: 503,
  47: 400,
};

/** "This user has been suspended": the one 403 that is about our account. */
const suspendedCode = 45;
const rateLimitCode = 25;

/** The codes of a 404 that is TMDb's own: it knows the question and has no such thing. */
const missingCodes: ReadonlySet<number | undefined> = new Set([6, 21, 34, 37]);

/** "Offline" and "down for maintenance". */
const maintenanceCodes: ReadonlySet<number | undefined> = new Set([9, 46]);

const errorBody = z.object({ success: z.boolean().optional(), status_code: z.number().optional() });

/** What an answer means: a body to be looked at, "there is none" (to a list a failure, too), or a failure. */
export type Verdict = { kind: 'body' } | { kind: 'missing' | 'failure'; failure: UpstreamFailure };

/**
 * Judges an answer by HTTP status and TMDb's error body. `json` is the parsed body, undefined if it is not JSON. A 404
 * without a code of TMDb's for it tells of a wrong address or a faulty proxy, and nothing about the thing.
 */
export function judge(answer: HttpAnswer, json: unknown, nowMs: number): Verdict {
  const error = errorBody.safeParse(json).data;
  const isSuccess = answer.status >= 200 && answer.status < 300;
  if (isSuccess && error?.success !== false) return { kind: 'body' };
  const tmdbCode = error?.status_code;
  const status = isSuccess ? (statusOfCode[tmdbCode ?? 0] ?? 400) : answer.status;
  const reason = reasonOf(status, tmdbCode);
  const isAskedToWait = reason === 'rate-limited' || (isDown(status, tmdbCode) && answer.retryAfter !== undefined);
  return {
    kind: status === 404 && missingCodes.has(tmdbCode) ? 'missing' : 'failure',
    failure: {
      reason,
      status,
      ...(tmdbCode !== undefined && { tmdbCode }),
      ...(isAskedToWait && { retryAfterSeconds: parseRetryAfter(answer.retryAfter, nowMs) }),
    },
  };
}

function isDown(status: number, tmdbCode: number | undefined): boolean {
  return status === 503 || maintenanceCodes.has(tmdbCode);
}

function reasonOf(status: number, tmdbCode: number | undefined): UpstreamFailureReason {
  if (status === 429 || tmdbCode === rateLimitCode) return 'rate-limited';
  if (status === 401 || tmdbCode === suspendedCode) return 'unauthorized';
  return status >= 400 && status < 500 && status !== 404 ? 'refused' : 'status';
}
