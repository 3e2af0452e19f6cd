import type { ZodType } from 'zod';
import { type UpstreamFailure, UpstreamUnavailableError } from '../tmdb.errors.js';
import { FailureLog } from './failure-log.js';
import { HttpRequester } from './http-request.js';
import { RetryAfterGate } from './retry-after-gate.js';
import { mayBeRetried, maxRetries, retryDelayMs } from './retry.js';
import type { TmdbPath } from './tmdb-path.js';
import { toSearchParams, type TmdbQuery } from './tmdb-query.js';
import { judge } from './tmdb-status.js';
import type { TransportOptions } from './transport-options.js';
import type { CallOptions, UpstreamCallEvent } from './upstream-call.js';

interface Call<T> extends CallOptions {
  readonly path: TmdbPath;
  readonly url: URL;
  readonly shape: ZodType<T>;
}

/**
 * Asks TMDb: deadlines, jittered retries, Retry-After gate, size limit, error bodies and shapes. What it returns has
 * passed the shape.
 */
export class TmdbTransport {
  readonly #options: TransportOptions;
  readonly #http: HttpRequester;
  readonly #gate: RetryAfterGate;
  readonly #log: FailureLog;

  constructor(options: TransportOptions) {
    this.#options = options;
    this.#http = new HttpRequester(options.tmdb.readToken, options.tmdb.connectTimeoutMs);
    this.#gate = new RetryAfterGate(options.now);
    this.#log = new FailureLog(options.logger, options.now);
  }

  /**
   * Null where TMDb has no such thing (404).
   *
   * @throws UpstreamUnavailableError for every other failure, after at most the configured deadline.
   */
  async get<T>(path: TmdbPath, query: TmdbQuery, shape: ZodType<T>, options: CallOptions = {}): Promise<T | null> {
    const url = new URL(this.#options.tmdb.baseUrl + path.text);
    url.search = toSearchParams(query).toString();
    try {
      return await this.#getWithRetries({ ...options, path, url, shape });
    } catch (error) {
      // Whatever an abort looks like below, the caller meets its own reason.
      options.signal?.throwIfAborted();
      throw error;
    }
  }

  /** Ends all connections, those in use too. */
  close(): void {
    this.#http.close();
  }

  async #getWithRetries<T>(call: Call<T>): Promise<T | null> {
    const { now, sleep, random, tmdb } = this.#options;
    const deadlineAtMs = now() + tmdb.deadlineMs;
    for (let attempts = 1; ; attempts += 1) {
      call.signal?.throwIfAborted();
      this.#gate.assertOpen();
      const timeoutMs = Math.max(1, Math.min(tmdb.attemptTimeoutMs, deadlineAtMs - now()));
      try {
        return await this.#attempt(call, attempts, timeoutMs);
      } catch (error) {
        if (!(error instanceof UpstreamUnavailableError)) throw error;
        const delayMs = retryDelayMs(attempts, random);
        const isLast = attempts > maxRetries || !mayBeRetried(error.failure) || now() + delayMs >= deadlineAtMs;
        if (isLast) {
          this.#log.write(call.path.family, attempts, error.failure);
          throw error;
        }
        await sleep(delayMs, call.signal);
      }
    }
  }

  async #attempt<T>(call: Call<T>, attempts: number, timeoutMs: number): Promise<T | null> {
    return this.#options.guard(async () => {
      const startedAtMs = this.#options.now();
      const tell = (outcome: Pick<UpstreamCallEvent, 'status' | 'reason'>) => {
        const durationMs = this.#options.now() - startedAtMs;
        const event = { family: call.path.family, attempts, durationMs, ...outcome };
        this.#options.onCall?.(event);
        call.observer?.(event);
      };
      try {
        const { status, value } = await this.#request(call, timeoutMs);
        tell({ status });
        return value;
      } catch (error) {
        tell(error instanceof UpstreamUnavailableError ? outcomeOf(error.failure) : { reason: 'aborted' });
        throw error;
      }
    });
  }

  async #request<T>(call: Call<T>, timeoutMs: number): Promise<{ status: number; value: T | null }> {
    const answer = await this.#http.get(call.url, { timeoutMs, signal: call.signal });
    const json = parseJson(answer.body);
    const verdict = judge(answer, json, this.#options.now());
    if (verdict.kind === 'missing') return { status: answer.status, value: null };
    if (verdict.kind === 'failure') {
      const { failure } = verdict;
      if (failure.retryAfterSeconds !== undefined) this.#gate.closeFor(failure.retryAfterSeconds);
      throw new UpstreamUnavailableError(failure);
    }
    const result = call.shape.safeParse(json);
    if (!result.success) throw new UpstreamUnavailableError({ reason: 'bad-body', status: answer.status });
    return { status: answer.status, value: result.data };
  }
}

function outcomeOf({ status, reason }: UpstreamFailure): Pick<UpstreamCallEvent, 'status' | 'reason'> {
  return status === undefined ? { reason } : { status, reason };
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
