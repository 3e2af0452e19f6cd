import { Injectable } from '@nestjs/common';
import { parseCookie, type SetCookie, stringifySetCookie } from 'cookie';
import type { IncomingMessage } from 'node:http';
import { AppConfig } from '../../config/app-config.js';
import { Clock } from '../../platform/clock/clock.js';
import { CodedError } from '../../platform/errors/coded-error.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { isListedOrigin } from '../../platform/http/origins.js';

/** The cookie came from a page that may not use it. */
class OriginNotAllowedError extends CodedError {
  override readonly name = 'OriginNotAllowedError';
  readonly code = 'ORIGIN_NOT_ALLOWED';
}

const name = 'watchme_refresh';

/** A request and its answer. */
type Exchange = Pick<GraphqlContext, 'req' | 'res'>;

/**
 * The refresh token as a cookie that no script can read. Browsers send it by themselves, whoever's page asks: so it is
 * taken only from pages of listed origins and of our own.
 */
@Injectable()
export class RefreshCookie {
  constructor(
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /** Undefined without one. @throws OriginNotAllowedError for one from a page that may not use it. */
  read({ req }: Exchange): string | undefined {
    const token = parseCookie(req.headers.cookie ?? '')[name];
    if (token === undefined || token === '') return undefined;
    if (!this.isAllowed(req))
      throw new OriginNotAllowedError('The refresh cookie is not taken from pages of this origin.');
    return token;
  }

  set(exchange: Exchange, token: string, expiresAt: Date): void {
    // In seconds from now, because the client's clock may be wrong.
    const maxAge = Math.floor((expiresAt.getTime() - this.clock.now().getTime()) / 1000);
    this.write(exchange, { ...this.attributes(), value: token, maxAge });
  }

  /** Takes it back, if the client has one. */
  clear(exchange: Exchange): void {
    if (exchange.req.headers.cookie?.includes(name) === true)
      this.write(exchange, { ...this.attributes(), value: '', maxAge: 0 });
  }

  private attributes(): Omit<SetCookie, 'value'> {
    return { name, httpOnly: true, secure: true, sameSite: this.config.auth.cookieSameSite, path: '/graphql' };
  }

  private write({ res }: Exchange, cookie: SetCookie): void {
    res.appendHeader('Set-Cookie', stringifySetCookie(cookie));
  }

  private isAllowed(request: IncomingMessage): boolean {
    const { origin } = request.headers;
    return (
      origin !== undefined && (this.isOwn(origin, request) || isListedOrigin(origin, this.config.http.corsOrigins))
    );
  }

  /** Pages by plain HTTP, which anyone on the way can write, are ours only where nothing in front could have ended TLS. */
  private isOwn(origin: string, { headers: { host }, socket }: IncomingMessage): boolean {
    if (origin === `https://${host}`) return true;
    const isPlain = !('encrypted' in socket);
    return origin === `http://${host}` && isPlain && this.config.http.trustedProxies === 0;
  }
}
