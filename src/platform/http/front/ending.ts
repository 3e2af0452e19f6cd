import type { Arrival } from '../arrival.js';
import { type Refusal, refuse } from '../refusals.js';

/** Whether there is nothing more to answer: something went out already, or the client has gone. */
export function isOver({ response }: Arrival): boolean {
  return response.headersSent || response.destroyed;
}

/** Ends a request with a refusal, if it has not ended. */
export function end(arrival: Arrival, refusal: Refusal): void {
  if (isOver(arrival)) return;
  arrival.openHead();
  refuse(arrival.response, refusal);
}
