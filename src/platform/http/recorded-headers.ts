import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

/** Names and values in turn, as `writeHead` takes them. */
export type FlatHeaders = readonly string[];

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * The headers that middlewares set on the answer to a GET with the headers given. What they set for one they set for
 * all like it, so they are asked once, and not for each request.
 */
export function recordedHeaders(
  middlewares: readonly Middleware[],
  given: Readonly<Record<string, string>>,
): FlatHeaders {
  const request = new IncomingMessage(new Socket());
  request.method = 'GET';
  request.headers = { ...given };
  const response = new ServerResponse(request);
  for (const middleware of middlewares) middleware(request, response, () => undefined);
  return response.getHeaderNames().flatMap((name) => [name, String(response.getHeader(name))]);
}
