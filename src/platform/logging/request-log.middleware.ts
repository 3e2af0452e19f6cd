import type { IncomingMessage } from 'node:http';
import { PinoLogger } from 'nestjs-pino';
import { pinoHttp } from 'pino-http';
import { contextOfRequest } from '../request/current-request.js';

/**
 * One line per request with its ID, operation, duration and upstream calls. Bodies, variables, headers and query
 * strings are never logged: they may carry secrets.
 */
export function requestLog() {
  return pinoHttp({
    logger: PinoLogger.root,
    customAttributeKeys: { responseTime: 'durationMs' },
    autoLogging: { ignore: (request: IncomingMessage) => request.url?.startsWith('/health/') ?? false },
    serializers: {
      req: (request: { method: string; url: string }) => ({
        method: request.method,
        path: request.url.split('?', 1)[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
    // At the end only: `customProps` would say it twice.
    customSuccessObject: (request, _response, line: object) => ({ ...line, ...traceOf(request) }),
    customErrorObject: (request, _response, _error, line: object) => ({ ...line, ...traceOf(request) }),
  });
}

function traceOf(request: IncomingMessage): Record<string, unknown> {
  const trace = contextOfRequest(request)?.trace;
  if (trace === undefined) return {};
  const { operationName, upstreamCalls, errorCodes } = trace;
  return { operationName, upstreamCalls, ...(errorCodes.length > 0 && { errorCodes }) };
}
