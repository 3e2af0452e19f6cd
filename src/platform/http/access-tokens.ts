import { Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import type { Credentials } from '../request/request-context.js';

/** Null for whatever is not a good token. */
type Verify = (token: string) => Credentials | null;

/** Whom a request comes from, by its access token. `auth` says what a good one is, so that the front need not know. */
@Injectable()
export class AccessTokens {
  private verify: Verify = () => null;

  use(verify: Verify): void {
    this.verify = verify;
  }

  /** Null for a request without a token; undefined for one that has to be refused. */
  read(request: IncomingMessage): Credentials | null | undefined {
    const { authorization } = request.headers;
    if (authorization === undefined) return null;
    if (isGivenTwice(request)) return undefined;
    const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization) ?? [];
    return token === undefined ? undefined : (this.verify(token) ?? undefined);
  }
}

/** Node itself drops any but the first. */
function isGivenTwice({ rawHeaders }: IncomingMessage): boolean {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() === 'authorization') count += 1;
  }
  return count > 1;
}
