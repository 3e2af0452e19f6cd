import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { refuse } from '../../platform/http/graphql-request.middleware.js';
import { statusFor } from '../../platform/http/response-status.js';
import { contextOfRequest } from '../../platform/request/current-request.js';
import { UnauthenticatedError } from '../viewers/unauthenticated.error.js';
import { AccessTokenService } from './access-token.service.js';

/**
 * Reads the access token of a request. With a bad one the whole request is refused, in one way whatever is wrong with
 * it: a client that means to be signed in must not be answered as if it were not.
 */
@Injectable()
export class AccessTokenMiddleware {
  constructor(private readonly tokens: AccessTokenService) {}

  use(request: Request, response: Response, next: NextFunction): void {
    const given = authorizationsOf(request);
    if (given.length === 0) {
      next();
      return;
    }
    const [, token] = given.length === 1 ? (/^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(given[0] ?? '') ?? []) : [];
    const credentials = token === undefined ? null : this.tokens.verify(token);
    const context = contextOfRequest(request);
    if (credentials === null || context === undefined) {
      refuseToken(response);
      return;
    }
    context.credentials = credentials;
    next();
  }
}

/** All of them: Node itself drops any but the first. */
function authorizationsOf({ rawHeaders }: Request): string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'authorization');
}

function refuseToken(response: Response): void {
  const { code, message } = new UnauthenticatedError();
  response.setHeader('Cache-Control', 'private, no-store');
  // A 401 has to say how to be known; as `application/json` the status is 200.
  if (statusFor(response.req.headers.accept, code, 401) === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  refuse(response, 401, code, message);
}
