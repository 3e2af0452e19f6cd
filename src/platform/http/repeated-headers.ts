import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

interface Seen {
  readonly raw: readonly string[];
  readonly headers: IncomingHttpHeaders;
}

const seen = new WeakMap<Socket, Seen>();

/**
 * Gives a request the headers that the one before it on its connection had, where they are the same word for word. Node
 * makes an object of them at their first use, which for an answer that is known is a tenth of the work, and clients send
 * the same ones again and again. Nobody may write to them.
 */
export function repeatHeaders(request: IncomingMessage): void {
  const { socket, rawHeaders } = request;
  const last = seen.get(socket);
  if (last !== undefined && areSame(last.raw, rawHeaders)) request.headers = last.headers;
  else seen.set(socket, { raw: rawHeaders, headers: request.headers });
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}
