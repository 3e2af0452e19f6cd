import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Response } from 'express';
import { internalFault, nothingServed, refuse } from './refusals.js';

/** Errors outside of GraphQL, in its shape all the same, with nothing of their insides. */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(HttpErrorFilter.name);

  catch(exception: unknown, host: ArgumentsHost): unknown {
    // GraphQL's own errors go on to the error boundary.
    if (host.getType<string>() !== 'http') return exception;
    const response = host.switchToHttp().getResponse<Response>();
    const status = exception instanceof HttpException ? exception.getStatus() : 500;
    if (status === 404) refuse(response, nothingServed);
    else if (status < 500)
      refuse(response, { status, code: 'BAD_REQUEST', message: 'The request can not be understood.' });
    else {
      this.logger.error({ err: exception }, 'A request met an unexpected error');
      refuse(response, internalFault);
    }
    return undefined;
  }
}
