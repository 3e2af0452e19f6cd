import type { ZodType } from 'zod';
import { type UpstreamFailure, UpstreamUnavailableError } from '../tmdb.errors.js';
import type { HttpAnswer } from './http-request.js';
import type { TmdbPath } from './tmdb-path.js';
import { judge } from './tmdb-status.js';

/** A question to TMDb. */
export interface Call<T> {
  readonly path: TmdbPath;
  readonly url: URL;
  readonly shape: ZodType<T>;
  /** What "there is none" gives. */
  readonly whenMissing: (failure: UpstreamFailure) => T;
}

/**
 * Makes of an answer what the call asked for; `nowMs` is milliseconds since 1970.
 *
 * @throws UpstreamUnavailableError for an answer that is none.
 */
export function valueOf<T>(call: Call<T>, answer: HttpAnswer, nowMs: number): T {
  const json = parseJson(answer.body);
  const verdict = judge(answer, json, nowMs);
  if (verdict.kind === 'missing') return call.whenMissing(verdict.failure);
  if (verdict.kind === 'failure') throw new UpstreamUnavailableError(verdict.failure);
  const result = call.shape.safeParse(json);
  if (!result.success) throw new UpstreamUnavailableError({ reason: 'bad-body', status: answer.status });
  return result.data;
}

/** Undefined for what is not JSON, which no JSON text gives. */
function parseJson(body: Buffer | null): unknown {
  if (body === null) return undefined;
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
