import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestContext } from '../request/request-context.js';
import type { Protocol } from './protocol.js';
import type { FlatHeaders } from './recorded-headers.js';

/** A request that has come in, before it is known what it will take to answer it. */
export class Arrival {
  readonly startedAt = performance.now();
  readonly requestId: string;
  /** Where it asks, whichever page or file answers it. */
  path = '/';
  /** Whether it is for the endpoint. */
  isOperation = false;
  /** Absent for what is answered without one. */
  context: RequestContext | undefined;
  private controller: AbortController | undefined;

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    readonly protocol: Protocol,
    /** The headers that every answer has. */
    readonly standing: FlatHeaders,
  ) {
    const given = request.headers['x-request-id'];
    this.requestId = typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
  }

  /** Aborted when nobody waits for the answer any more: its client has gone, or it has taken too long. */
  get abandonment(): AbortController {
    if (this.controller !== undefined) return this.controller;
    const controller = (this.controller = new AbortController());
    const { response } = this;
    if (response.destroyed && !response.writableFinished) controller.abort();
    response.once('close', () => {
      if (!response.writableFinished) controller.abort();
    });
    return controller;
  }

  /** Puts on the response what every answer has, for those who build theirs bit by bit. */
  openHead(): void {
    const { response, standing } = this;
    response.setHeader('X-Request-Id', this.requestId);
    for (let index = 0; index < standing.length; index += 2) {
      response.setHeader(standing[index] ?? '', standing[index + 1] ?? '');
    }
    response.setHeader('Vary', 'Origin');
  }
}
