import type { ZodType } from 'zod';
import type { TurnRequest } from '../guard/waiting-turn.js';
import { UpstreamGuard } from '../guard/upstream-guard.js';
import { type UpstreamFailure, UpstreamUnavailableError } from '../tmdb.errors.js';
import { inSpan } from '../../platform/telemetry/spans.js';
import { FailureLog } from './failure-log.js';
import { HttpRequester } from './http-request.js';
import { mayBeRetried, maxRetries, retryDelayMs } from './retry.js';
import { type Call, valueOf } from './tmdb-exchange.js';
import type { TmdbPath } from './tmdb-path.js';
import { toSearchParams, type TmdbQuery } from './tmdb-query.js';
import type { TransportOptions } from './transport-options.js';
import type { UpstreamCallEvent } from './upstream-call.js';

interface Attempt<T> extends Call<T> {
  /** Which of its call, from 1. */
  readonly attempts: number;
  /** When nobody waits for the call any more, in milliseconds since 1970. */
  deadlineAt(): number;
}

/** An attempt that reached TMDb and failed, so that another may help. */
class FailedAttempt {
  constructor(readonly error: UpstreamUnavailableError) {}
}

/**
 * Asks TMDb: deadlines, jittered retries, size limit, error bodies and shapes; the guard says when. What it returns has
 * passed the shape.
 */
export class TmdbTransport {
  readonly #options: TransportOptions;
  readonly #http: HttpRequester;
  readonly #log: FailureLog;
  readonly #guard: UpstreamGuard;

  constructor(options: TransportOptions) {
    this.#options = options;
    this.#http = new HttpRequester(options.tmdb.readToken, options.tmdb.connectTimeoutMs);
    this.#log = new FailureLog(options.logger, options.now);
    this.#guard = new UpstreamGuard({
      budget: options.budget,
      deadlineMs: options.tmdb.deadlineMs,
      now: options.now,
      onOpen: ({ failure }) => this.#log.writeOpened(failure),
    });
  }

  /** How many calls wait for their turn, and how many are under way. */
  get load(): UpstreamGuard['load'] {
    return this.#guard.load;
  }

  /** Why TMDb is left alone; null while it is not. */
  get refusal(): UpstreamGuard['refusal'] {
    return this.#guard.refusal;
  }

  /**
   * Null where TMDb has no such thing.
   *
   * @throws UpstreamUnavailableError for every failure, after at most the configured deadline, or what is left
   * of the errand's time; UpstreamBusyError when its turn would come later; UpstreamAbandonedError once the errand is
   * given up.
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

  /** Ends all connections, those in use too, and refuses what waits. */
  close(): void {
    this.#guard.close();
    this.#http.close();
  }

  #addressOf(path: TmdbPath, query: TmdbQuery): URL {
    const url = new URL(this.#options.tmdb.baseUrl + path.text);
    url.search = toSearchParams(query).toString();
    return url;
  }

  async #send<T>(call: Call<T>): Promise<T> {
    const { now, sleep, random, tmdb } = this.#options;
    const errand = this.#options.errand();
    const latestMs = now() + tmdb.deadlineMs;
    const { client, signal } = errand;
    const deadlineAt = () => Math.min(latestMs, errand.deadlineAt());
    // A turn that comes later leaves no time for an answer; where too much is asked, all turns would come that late.
    const turn: TurnRequest = {
      // Somebody may come to wait for what nobody waited for.
      get priority() {
        return errand.priority;
      },
      client,
      signal,
      deadlineAt: () => deadlineAt() - this.#longestAttemptMs() / 4,
    };
    if (now() >= turn.deadlineAt()) fail({ reason: 'timeout', isCutShort: true });
    for (let attempts = 1; ; attempts += 1) {
      const result = await this.#attempt({ ...call, attempts, deadlineAt }, turn);
      if (!(result instanceof FailedAttempt)) return result;
      const { error } = result;
      const delayMs = retryDelayMs(attempts, random);
      const isLast = attempts > maxRetries || !mayBeRetried(error.failure) || now() + delayMs >= turn.deadlineAt();
      if (isLast) {
        this.#log.write(call.path.family, attempts, error.failure);
        throw error;
      }
      await sleep(delayMs);
    }
  }

  /** What is thrown came before TMDb was asked, or is no failure of TMDb. */
  #attempt<T>(attempt: Attempt<T>, turn: TurnRequest): Promise<T | FailedAttempt> {
    return this.#options.limit(async () => {
      let isAsked = false;
      try {
        return await this.#guard.run(turn, (signal) => {
          isAsked = true;
          const { path, attempts } = attempt;
          return inSpan(
            'upstream call',
            () => this.#ask(attempt, signal),
            () => ({ 'watchme.family': path.family, 'watchme.attempt': attempts }),
          );
        });
      } catch (error) {
        if (isAsked && error instanceof UpstreamUnavailableError) return new FailedAttempt(error);
        throw error;
      }
    });
  }

  async #ask<T>(call: Attempt<T>, signal: AbortSignal): Promise<T> {
    const { now } = this.#options;
    const { path, attempts } = call;
    const startedAtMs = now();
    const timeoutMs = Math.max(1, Math.min(this.#longestAttemptMs(), call.deadlineAt() - startedAtMs));
    const tell = (outcome: Pick<UpstreamCallEvent, 'status' | 'reason'>) => {
      this.#options.onCall?.({ family: path.family, attempts, durationMs: now() - startedAtMs, ...outcome });
    };
    try {
      const answer = await this.#http.get(call.url, timeoutMs, signal);
      const value = valueOf(call, answer, now());
      tell({ status: answer.status });
      return value;
    } catch (error) {
      if (!(error instanceof UpstreamUnavailableError)) throw error;
      tell(outcomeOf(error.failure));
      if (error.retryAfterSeconds !== undefined) this.#guard.shut(error.retryAfterSeconds);
      const isCutShort = error.reason === 'timeout' && timeoutMs < this.#longestAttemptMs() / 2;
      throw isCutShort ? new UpstreamUnavailableError({ ...error.failure, isCutShort }) : error;
    }
  }

  #longestAttemptMs(): number {
    const { attemptTimeoutMs, deadlineMs } = this.#options.tmdb;
    return Math.min(attemptTimeoutMs, deadlineMs);
  }
}

function fail(failure: UpstreamFailure): never {
  throw new UpstreamUnavailableError(failure);
}

function outcomeOf({ status, reason }: UpstreamFailure): Pick<UpstreamCallEvent, 'status' | 'reason'> {
  return status === undefined ? { reason } : { status, reason };
}
