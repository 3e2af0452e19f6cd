import { Injectable } from '@nestjs/common';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { scopeOf } from '../../platform/graphql/scope.args.js';
import type { UserEntity } from '../../users/user.entity.js';
import { toUser } from '../../users/user.mapper.js';
import { type AuthSuccess, TokenDelivery } from '../auth.model.js';
import type { OpenSession } from '../sessions/sessions.service.js';
import { AccessTokenService } from '../tokens/access-token.service.js';
import { ViewersService } from '../viewers/viewers.service.js';
import { RefreshCookie } from './refresh-cookie.js';

export interface Opened extends OpenSession {
  readonly user: UserEntity;
  readonly deviceToken: string | null;
}

/** Turns a session that was opened into what its client gets. */
@Injectable()
export class AuthAnswers {
  constructor(
    private readonly tokens: AccessTokenService,
    private readonly cookie: RefreshCookie,
    private readonly viewers: ViewersService,
  ) {}

  success(
    { user, session, refreshToken, deviceToken }: Opened,
    delivery: TokenDelivery | null | undefined,
    context: GraphqlContext,
  ): AuthSuccess {
    const accessToken = this.tokens.sign({ userId: user.id, sessionId: session.id });
    const isCookie = delivery === TokenDelivery.COOKIE;
    if (isCookie) this.cookie.set(context, refreshToken, session.expiresAt);
    // What is asked below the user, in this answer, is asked by whoever just signed in.
    this.viewers.signedIn(context, { user, sessionId: session.id });
    return {
      __typename: 'AuthSuccess',
      accessToken: accessToken.text,
      accessTokenExpiresAt: accessToken.expiresAt.toISOString(),
      refreshToken: isCookie ? null : refreshToken,
      refreshTokenExpiresAt: session.expiresAt.toISOString(),
      deviceToken,
      user: toUser(user, scopeOf({}, context)),
    };
  }
}
