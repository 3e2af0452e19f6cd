import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Response } from 'express';
import { refuse } from './graphql-request.middleware.js';

/** Errors outside of GraphQL, in its shape all the same, with nothing of their insides. */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(HttpErrorFilter.name);

  catch(exception: unknown, host: ArgumentsHost): unknown {
    // GraphQL's own errors go on to the error boundary.
    if (host.getType<string>() !== 'http') return exception;
    const response = host.switchToHttp().getResponse<Response>();
    const status = exception instanceof HttpException ? exception.getStatus() : 500;
    if (status === 404) refuse(response, 404, 'NOT_FOUND', 'Nothing is served here; the endpoint is /graphql.');
    else if (status < 500) refuse(response, status, 'BAD_REQUEST', 'The request can not be understood.');
    else {
      this.logger.error({ err: exception }, 'A request met an unexpected error');
      refuse(response, 500, 'INTERNAL_SERVER_ERROR', 'Internal error');
    }
    return undefined;
  }
}
