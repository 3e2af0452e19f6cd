import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { refuse } from '../../platform/http/graphql-request.middleware.js';
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
      refuseToken(request, response);
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

/** GraphQL over HTTP: clients that know its own media type read the status; others expect 200. */
function refuseToken(request: Request, response: Response): void {
  const { code, message } = new UnauthenticatedError();
  const readsStatus = /application\/graphql-response\+json/i.test(request.headers.accept ?? '');
  response.setHeader('Cache-Control', 'private, no-store');
  if (readsStatus) {
    response.setHeader('WWW-Authenticate', 'Bearer');
    response.type('application/graphql-response+json; charset=utf-8');
  }
  refuse(response, readsStatus ? 401 : 200, code, message);
}
