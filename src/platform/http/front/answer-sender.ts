import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../config/app-config.js';
import { CallBudget } from '../../budget/call-budget.js';
import { rateLimitHeaders } from '../../budget/rate-limit-headers.js';
import type { Credentials } from '../../request/request-context.js';
import type { Arrival } from '../arrival.js';
import { clientAddressOf } from '../client-address.js';
import type { ReadyAnswer } from './ready-answer.js';

/** Sends answers that are ready. */
@Injectable()
export class AnswerSender {
  constructor(
    private readonly budget: CallBudget,
    private readonly config: AppConfig,
  ) {}

  /** Sends an answer whole, or says that the client has it already. `now` is in milliseconds since 1970. */
  send(arrival: Arrival, answer: ReadyAnswer, now: number, credentials: Credentials | null): void {
    const { request, response, requestId, standing } = arrival;
    const ready = answer.headFor({ requestId, standing, isSignedIn: credentials !== null }, now);
    const head = this.budget.isOn ? [...this.budgetHeaders(arrival, credentials), ...ready] : ready;
    if (answer.etag !== undefined && isHeld(answer.etag, request.headers['if-none-match'])) {
      // All but the length, which ends it.
      response.writeHead(304, head.slice(0, -2)).end();
    } else response.writeHead(answer.made.status, head).end(answer.payload, 'latin1');
  }

  private budgetHeaders({ request, context }: Arrival, credentials: Credentials | null): string[] {
    const client = context?.client ?? clientAddressOf(request, this.config.http.trustedProxies);
    return rateLimitHeaders(this.budget.left({ client, credentials })).flat();
  }
}

/** Compared weakly, as RFC 9110 has it for this header. */
function isHeld(etag: string, held: string | undefined): boolean {
  if (held === undefined) return false;
  if (held === etag || held === '*') return true;
  return held.split(',').some((one) => one.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));
}
