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
import type { UpstreamCallEvent } from './upstream-call.js';

interface Call<T> {
  readonly path: TmdbPath;
  readonly url: URL;
  readonly shape: ZodType<T>;
  /** What "there is none" gives. */
  readonly whenMissing: (failure: UpstreamFailure) => T;
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
   * Null where TMDb has no such thing.
   *
   * @throws UpstreamUnavailableError for every failure, after at most the configured deadline, or what is left
   * of the caller's time.
   */
  find<T>(path: TmdbPath, query: TmdbQuery, shape: ZodType<T>): Promise<T | null> {
    return this.#send<T | null>({ path, url: this.#addressOf(path, query), shape, whenMissing: () => null });
  }

  /** As `find`, for what TMDb always has, such as its lists: "there is none" is a failure. */
  get<T>(path: TmdbPath, query: TmdbQuery, shape: ZodType<T>): Promise<T> {
    return this.#send({ path, url: this.#addressOf(path, query), shape, whenMissing: fail });
  }

  /** Tells operators of parts that were asked for along with a thing and did not come. */
  noteMissingParts(path: TmdbPath, parts: readonly string[]): void {
    this.#log.writeMissingParts(path.family, parts);
  }

  /** Ends all connections, those in use too. */
  close(): void {
    this.#http.close();
  }

  #addressOf(path: TmdbPath, query: TmdbQuery): URL {
    const url = new URL(this.#options.tmdb.baseUrl + path.text);
    url.search = toSearchParams(query).toString();
    return url;
  }

  async #send<T>(call: Call<T>): Promise<T> {
    const { now, sleep, random, tmdb, callerDeadlineAt } = this.#options;
    const deadlineAtMs = Math.min(now() + tmdb.deadlineMs, callerDeadlineAt());
    if (now() >= deadlineAtMs) fail({ reason: 'timeout' });
    for (let attempts = 1; ; attempts += 1) {
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
        await sleep(delayMs);
      }
    }
  }

  async #attempt<T>(call: Call<T>, attempts: number, timeoutMs: number): Promise<T> {
    return this.#options.guard(async () => {
      const startedAtMs = this.#options.now();
      const tell = (outcome: Pick<UpstreamCallEvent, 'status' | 'reason'>) => {
        const durationMs = this.#options.now() - startedAtMs;
        this.#options.onCall?.({ family: call.path.family, attempts, durationMs, ...outcome });
      };
      try {
        const { status, value } = await this.#request(call, timeoutMs);
        tell({ status });
        return value;
      } catch (error) {
        if (error instanceof UpstreamUnavailableError) tell(outcomeOf(error.failure));
        throw error;
      }
    });
  }

  async #request<T>(call: Call<T>, timeoutMs: number): Promise<{ status: number; value: T }> {
    const answer = await this.#http.get(call.url, timeoutMs);
    const json = parseJson(answer.body);
    const verdict = judge(answer, json, this.#options.now());
    if (verdict.kind === 'missing') return { status: answer.status, value: call.whenMissing(verdict.failure) };
    if (verdict.kind === 'failure') {
      const { failure } = verdict;
      if (failure.retryAfterSeconds !== undefined) this.#gate.closeFor(failure.retryAfterSeconds);
      fail(failure);
    }
    const result = call.shape.safeParse(json);
    if (!result.success) throw new UpstreamUnavailableError({ reason: 'bad-body', status: answer.status });
    return { status: answer.status, value: result.data };
  }
}

function fail(failure: UpstreamFailure): never {
  throw new UpstreamUnavailableError(failure);
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
