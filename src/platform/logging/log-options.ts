import type { LoggerOptions } from 'pino';
import type { LogLevel } from '../../config/app-config.js';
import { traceOfLine } from '../telemetry/spans.js';
import { currentRequest } from '../request/current-request.js';

// A second wall: nothing logs headers on purpose, but errors of HTTP clients carry those of their request.
const secretHeaders = ['authorization', 'Authorization'].flatMap((header) => [
  `err.options.headers.${header}`,
  `err.request.options.headers.${header}`,
  `*.headers.${header}`,
]);

/** How pino writes: every line of a request carries its ID and its trace, and headers that let in are struck out. */
export function logOptions(level: LogLevel): LoggerOptions {
  return { level, base: undefined, mixin: requestOfLine, redact: { paths: secretHeaders, censor: '[redacted]' } };
}

function requestOfLine(): object {
  const request = currentRequest();
  return { ...(request !== undefined && { requestId: request.requestId }), ...traceOfLine() };
}
