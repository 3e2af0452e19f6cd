import { Injectable } from '@nestjs/common';
import { parseCookie, type SetCookie, stringifySetCookie } from 'cookie';
import type { Request } from 'express';
import { AppConfig } from '../../config/app-config.js';
import { CodedError } from '../../platform/errors/coded-error.js';
import { isListedOrigin } from '../../platform/http/origins.js';

/** The cookie came from a page that may not use it. */
class OriginNotAllowedError extends CodedError {
  override readonly name = 'OriginNotAllowedError';
  readonly code = 'ORIGIN_NOT_ALLOWED';
}

const name = 'watchme_refresh';

/**
 * The refresh token as a cookie that no script can read. Browsers send it by themselves, whoever's page asks: so it is
 * taken only from pages of listed origins and of our own.
 */
@Injectable()
export class RefreshCookie {
  constructor(private readonly config: AppConfig) {}

  /** Undefined without one. @throws OriginNotAllowedError for one from a page that may not use it. */
  read(request: Request): string | undefined {
    const token = parseCookie(request.headers.cookie ?? '')[name];
    if (token === undefined || token === '') return undefined;
    if (!this.isAllowed(request))
      throw new OriginNotAllowedError('The refresh cookie is not taken from pages of this origin.');
    return token;
  }

  set(request: Request, token: string, expiresAt: Date): void {
    this.write(request, { ...this.attributes(), value: token, expires: expiresAt });
  }

  /** Takes it back, if the client has one. */
  clear(request: Request): void {
    if (request.headers.cookie?.includes(name) === true)
      this.write(request, { ...this.attributes(), value: '', maxAge: 0 });
  }

  private attributes(): Omit<SetCookie, 'value'> {
    return { name, httpOnly: true, secure: true, sameSite: this.config.auth.cookieSameSite, path: '/graphql' };
  }

  private write(request: Request, cookie: SetCookie): void {
    request.res?.append('Set-Cookie', stringifySetCookie(cookie));
  }

  private isAllowed(request: Request): boolean {
    const { origin, host } = request.headers;
    if (origin === undefined) return false;
    return URL.parse(origin)?.host === host || isListedOrigin(origin, this.config.http.corsOrigins);
  }
}
