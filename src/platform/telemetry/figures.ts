import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import type { ErrorCode } from '../errors/error-code.js';
import { Histogram } from './histogram.js';
import { OperationNames } from './operation-names.js';

/** How an operation ended: `refused` is what was not let in, and `server_error` what failed by our fault, or TMDb's. */
export type Outcome = 'ok' | 'client_error' | 'refused' | 'server_error';

export interface AnsweredOperation {
  readonly name: string | undefined;
  readonly durationMs: number;
  readonly status: number;
  readonly errorCodes: readonly string[];
  /** Whether it was about films, and waited for no call to TMDb. */
  readonly isWarm: boolean;
  /** Whether the whole answer was held. */
  readonly isHit: boolean;
}

/** Those that the objective counts as our fault. */
export const serverSideCodes = [
  'INTERNAL_SERVER_ERROR',
  'QUERY_TIMEOUT',
  'SERVER_OVERLOADED',
  'SERVICE_UNAVAILABLE',
  'UPSTREAM_BUSY',
  'UPSTREAM_UNAVAILABLE',
] as const satisfies readonly ErrorCode[];

const serverSide: ReadonlySet<string> = new Set(serverSideCodes);
const refusals: ReadonlySet<string> = new Set<ErrorCode>(['RATE_LIMITED', 'SERVER_OVERLOADED']);

type OperationHistograms = Map<Outcome, Histogram>;

/**
 * What is counted where it happens, since the process began; nothing at all where nobody is told of it. Recording
 * allocates nothing, for most answers take some twenty microseconds.
 */
@Injectable()
export class Figures {
  readonly isOn: boolean;
  readonly durations = new Map<string, OperationHistograms>();
  /** Of all answers. */
  readonly all = new Histogram();
  /** Of answers about films, without errors, that waited for no call to TMDb. */
  readonly warm = new Histogram();
  readonly errors = new Map<string, number>();
  readonly upstream = new Map<string, number>();
  readonly front = { hit: 0, made: 0 };
  failedOperations = 0;
  failedLogins = 0;
  private readonly names = new OperationNames((name) => this.durations.delete(name));

  constructor({ telemetry }: AppConfig) {
    this.isOn = telemetry.metricsPort !== undefined || telemetry.emf;
  }

  noteOperation(operation: AnsweredOperation): void {
    if (!this.isOn) return;
    const { name, durationMs, errorCodes, isWarm, isHit } = operation;
    this.front[isHit ? 'hit' : 'made'] += 1;
    this.all.record(durationMs);
    if (isWarm && errorCodes.length === 0) this.warm.record(durationMs);
    if (errorCodes.length > 0) this.noteErrors(errorCodes);
    this.histogramOf(this.names.countedAs(name), outcomeOf(operation)).record(durationMs);
  }

  /** An attempt of a call to TMDb: `ok`, or why it failed. */
  noteCall(outcome: string): void {
    if (this.isOn) this.upstream.set(outcome, (this.upstream.get(outcome) ?? 0) + 1);
  }

  noteFailedLogin(): void {
    if (this.isOn) this.failedLogins += 1;
  }

  /** One operation counts once for each code it has, however often it has it. */
  private noteErrors(codes: readonly string[]): void {
    const distinct = new Set(codes);
    for (const code of distinct) this.errors.set(code, (this.errors.get(code) ?? 0) + 1);
    if (codes.some((code) => serverSide.has(code))) this.failedOperations += 1;
  }

  private histogramOf(name: string, outcome: Outcome): Histogram {
    let outcomes = this.durations.get(name);
    if (outcomes === undefined) this.durations.set(name, (outcomes = new Map()));
    let histogram = outcomes.get(outcome);
    if (histogram === undefined) outcomes.set(outcome, (histogram = new Histogram()));
    return histogram;
  }
}

function outcomeOf({ errorCodes, status }: AnsweredOperation): Outcome {
  if (errorCodes.length === 0) return status < 400 ? 'ok' : status < 500 ? 'client_error' : 'server_error';
  if (errorCodes.some((code) => refusals.has(code))) return 'refused';
  return errorCodes.some((code) => serverSide.has(code)) ? 'server_error' : 'client_error';
}
