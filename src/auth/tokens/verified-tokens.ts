import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '../../platform/clock/clock.js';
import { AccessTokens } from '../../platform/http/access-tokens.js';
import type { Credentials } from '../../platform/request/request-context.js';
import { AccessTokenService, type VerifiedToken } from './access-token.service.js';

const mostKept = 20_000;

/**
 * Keeps what was found of access tokens until they end, so that only the first request with one pays for looking at it.
 * Whether their session goes on they do not say: the database is asked that, for whatever is a viewer's.
 */
@Injectable()
export class VerifiedTokens implements OnModuleInit {
  private readonly kept = new LRUCache<string, VerifiedToken>({ max: mostKept });

  constructor(
    private readonly tokens: AccessTokenService,
    private readonly clock: Clock,
    private readonly requests: AccessTokens,
  ) {}

  onModuleInit(): void {
    this.requests.use((token) => this.verify(token));
  }

  /** Null for whatever is not a good token. */
  verify(token: string): Credentials | null {
    const known = this.kept.get(token);
    const isGood = known !== undefined && this.clock.now().getTime() < known.expiresAt * 1000;
    const verified = isGood ? known : this.tokens.verify(token);
    if (verified === null) this.kept.delete(token);
    else if (!isGood) this.kept.set(token, verified);
    return verified;
  }
}
