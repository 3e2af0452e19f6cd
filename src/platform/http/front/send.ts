import type { Arrival } from '../arrival.js';
import type { ReadyAnswer } from './ready-answer.js';

/** Sends an answer whole, or says that the client has it already. `now` is in milliseconds since 1970. */
export function send(arrival: Arrival, answer: ReadyAnswer, now: number, isSignedIn: boolean): void {
  const { request, response } = arrival;
  const headers = arrival.headWith(answer.headersAt(now, isSignedIn));
  if (answer.etag !== undefined && isHeld(answer.etag, request.headers['if-none-match'])) {
    response.writeHead(304, headers).end();
    return;
  }
  const { bytes } = answer.coded;
  headers.push('Content-Length', String(bytes.length));
  response.writeHead(answer.made.status, headers).end(bytes);
}

/** Compared weakly, as RFC 9110 has it for this header. */
function isHeld(etag: string, held: string | undefined): boolean {
  if (held === undefined) return false;
  if (held === etag || held === '*') return true;
  return held.split(',').some((one) => one.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));
}
