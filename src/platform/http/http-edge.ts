import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { AppConfig } from '../../config/app-config.js';
import { bodyLimitBytes } from '../graphql/limits/limits.js';
import { requestLog } from '../logging/request-log.middleware.js';
import {
  bodyTypes,
  checkAccept,
  checkGraphqlRequest,
  checkLength,
  checkMethodAndType,
  checkPath,
  refuse,
  refuseTooLarge,
} from './graphql-request.middleware.js';
import { originPattern } from './origins.js';
import { requestContext } from './request-context.middleware.js';

// Nothing but data is served, unless the explorer is; its page brings a policy of its own.
const apiOnly = { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } };

/** Sets up what stands between the socket and the routes: request IDs, headers, CORS and the body. */
export function configureHttp(app: NestExpressApplication, config: AppConfig): void {
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(requestContext(config), requestLog());
  app.use(
    helmet({
      contentSecurityPolicy: config.graphql.explorer ? false : apiOnly,
      crossOriginEmbedderPolicy: false,
      crossOriginResourcePolicy: { policy: 'cross-origin' },
    }),
  );
  app.enableCors({
    origin: config.http.corsOrigins.map(originPattern),
    methods: ['GET', 'POST'],
    exposedHeaders: ['Age', 'Content-Language', 'ETag', 'Retry-After', 'X-Request-Id'],
    // For the refresh cookie; it is taken from listed origins alone.
    credentials: true,
    maxAge: 600,
  });
  app.use(checkPath);
  app.use(
    '/graphql',
    checkMethodAndType,
    checkAccept(config.graphql.explorer),
    checkLength,
    express.json({ type: bodyTypes, limit: bodyLimitBytes, inflate: false, strict: false }),
    onBodyError,
    checkGraphqlRequest,
  );
}

interface BodyParserError {
  readonly type?: string;
  readonly status?: number;
  /** How much of a body in chunks was read before it was refused. */
  readonly received?: number;
}

function onBodyError(error: BodyParserError, _request: Request, response: Response, _next: NextFunction): void {
  switch (error.type) {
    case 'entity.too.large':
      refuseTooLarge(response, error.received ?? 0, `at least ${error.received}`);
      return;
    case 'charset.unsupported':
    case 'encoding.unsupported':
      refuse(response, 415, 'UNSUPPORTED_MEDIA_TYPE', 'The body is sent uncompressed, in UTF-8.');
      return;
    default:
      refuse(response, 400, 'BAD_REQUEST', 'The body is not JSON.');
  }
}
