import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { Logger } from 'pino';
import type { RequestTrace } from '../request/request-context.js';
import { type AnsweredOperation, Figures } from '../telemetry/figures.js';
import type { Arrival } from './arrival.js';

/**
 * One line per request with its ID, operation, duration and upstream calls; requests that a whole answer was kept for
 * are only counted, unless the level is `debug`. Bodies, variables, headers and query strings are never logged: they
 * may carry secrets. What is counted of operations is counted here too.
 */
@Injectable()
export class RequestLog {
  private known: Logger | undefined;

  constructor(private readonly figures: Figures) {}

  /** Writes the line once the answer is out, or its client has gone. `onlyFaults`: not of what went well. */
  watch(arrival: Arrival, { onlyFaults = false } = {}): void {
    const { response } = arrival;
    // After `finish`, too, and for requests that never get that far.
    response.once('close', () => {
      if (!onlyFaults || response.statusCode >= 400) this.write(arrival, response.writableFinished);
    });
  }

  /** For an answer that was kept. */
  noteHit(arrival: Arrival, operationName: string | undefined): void {
    const { logger, figures } = this;
    if (figures.isOn) figures.noteOperation(hitOf(arrival, operationName));
    if (logger.isLevelEnabled('debug')) logger.debug({ ...lineOf(arrival), front: 'hit' }, 'request completed');
  }

  private get logger(): Logger {
    // Its own serializers would take `req` and `res` for Node's.
    const asTheyAre = { req: (value: unknown) => value, res: (value: unknown) => value };
    return (this.known ??= PinoLogger.root.child({}, { serializers: asTheyAre }));
  }

  private write(arrival: Arrival, isFinished: boolean): void {
    const { logger, figures } = this;
    if (figures.isOn && arrival.isOperation) figures.noteOperation(operationOf(arrival));
    if (arrival.response.statusCode >= 500) logger.error(lineOf(arrival), 'request errored');
    else if (logger.isLevelEnabled('info')) {
      logger.info(lineOf(arrival), isFinished ? 'request completed' : 'request aborted');
    }
  }
}

const noCodes: readonly string[] = [];

function hitOf({ response, startedAt }: Arrival, name: string | undefined): AnsweredOperation {
  const durationMs = performance.now() - startedAt;
  return { name, durationMs, status: response.statusCode, errorCodes: noCodes, isWarm: true, isHit: true };
}

function operationOf({ response, startedAt, context }: Arrival): AnsweredOperation {
  const { operationName: name, errorCodes = noCodes } = context?.trace ?? {};
  const durationMs = performance.now() - startedAt;
  return { name, durationMs, status: response.statusCode, errorCodes, isWarm: isWarm(context?.trace), isHit: false };
}

/** Passwords are hashed slowly on purpose, and libraries are read from PostgreSQL. */
function isWarm(trace: RequestTrace | undefined): boolean {
  return trace !== undefined && trace.upstreamCalls === 0 && !trace.hasWaited && !trace.isPrivate;
}

function lineOf({ request, response, requestId, path, startedAt, context }: Arrival): object {
  const { operationName, upstreamCalls = 0, errorCodes = [] } = context?.trace ?? {};
  return {
    requestId,
    req: { method: request.method, path },
    res: { status: response.statusCode },
    durationMs: Math.round(performance.now() - startedAt),
    operationName,
    upstreamCalls,
    ...(errorCodes.length > 0 && { errorCodes }),
  };
}
