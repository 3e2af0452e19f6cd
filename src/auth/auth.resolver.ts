import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { AppConfig } from '../config/app-config.js';
import { NeedsViewer, OpenToEveryone } from '../platform/graphql/access/access.decorator.js';
import type { GraphqlContext } from '../platform/graphql/graphql-context.js';
import {
  LoginInput,
  LoginResult,
  LogoutEverywhereResult,
  type LogoutEverywhereSuccess,
  LogoutInput,
  LogoutResult,
  type LogoutSuccess,
  RefreshSessionInput,
  RefreshSessionResult,
  RegisterInput,
  RegisterResult,
  TokenDelivery,
} from './auth.model.js';
import { sessionExpired } from './auth.results.js';
import { AuthService, type Client } from './auth.service.js';
import { AuthAnswers } from './delivery/auth-answers.service.js';
import { RefreshCookie } from './delivery/refresh-cookie.js';
import { clientAddressOf } from '../platform/http/client-address.js';
import { SessionRefresh } from './sessions/session-refresh.service.js';

/** Signing in and out. */
@Resolver()
export class AuthResolver {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: SessionRefresh,
    private readonly answers: AuthAnswers,
    private readonly cookie: RefreshCookie,
    private readonly config: AppConfig,
  ) {}

  @OpenToEveryone()
  @Mutation(() => RegisterResult, { nullable: true, description: 'Makes an account and signs it in.' })
  async register(
    @Args('input', { description: 'The new account.' }) input: RegisterInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof RegisterResult | null> {
    const result = await this.auth.register(input, this.clientOf(context));
    return result.__typename === 'SignedIn' ? this.answers.success(result, input.tokenDelivery, context) : result;
  }

  @OpenToEveryone()
  @Mutation(() => LoginResult, { nullable: true, description: 'Signs in to an account.' })
  async login(
    @Args('input', { description: 'Address and password.' }) input: LoginInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof LoginResult | null> {
    const result = await this.auth.login(input, this.clientOf(context));
    return result.__typename === 'SignedIn' ? this.answers.success(result, input.tokenDelivery, context) : result;
  }

  @OpenToEveryone()
  @Mutation(() => RefreshSessionResult, {
    nullable: true,
    description:
      'Gives new tokens for a refresh token, which is used up. Send no `Authorization` with it. A token that comes again ends its session, but for a few seconds in which it gets the same answer.',
  })
  async refreshSession(
    @Args('input', { description: 'The refresh token.' }) input: RefreshSessionInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof RefreshSessionResult | null> {
    const isCookie = typeof input.refreshToken !== 'string';
    const token = isCookie ? this.cookie.read(context) : input.refreshToken;
    const opened = typeof token === 'string' ? await this.sessions.refresh(token) : null;
    if (opened !== null) return this.answers.success(opened, isCookie ? TokenDelivery.COOKIE : null, context);
    if (isCookie) this.cookie.clear(context);
    return sessionExpired();
  }

  @OpenToEveryone()
  @Mutation(() => LogoutResult, {
    nullable: true,
    description: 'Ends a session: of the refresh token or cookie, and of the access token.',
  })
  async logout(
    @Args('input', { nullable: true, type: () => LogoutInput, description: 'Which session.' })
    input: LogoutInput | null,
    @Context() context: GraphqlContext,
  ): Promise<LogoutSuccess> {
    const token = input?.refreshToken ?? this.cookie.read(context);
    const endedSession = await this.sessions.end(token, context);
    this.cookie.clear(context);
    return { __typename: 'LogoutSuccess', endedSession };
  }

  @NeedsViewer()
  @Mutation(() => LogoutEverywhereResult, { nullable: true, description: 'Ends all sessions of the account.' })
  async logoutEverywhere(@Context() context: GraphqlContext): Promise<LogoutEverywhereSuccess> {
    const endedSessions = await this.sessions.endAll(context);
    this.cookie.clear(context);
    return { __typename: 'LogoutEverywhereSuccess', endedSessions };
  }

  private clientOf({ req }: GraphqlContext): Client {
    return {
      address: clientAddressOf(req, this.config.http.trustedProxies),
      userAgent: req.headers['user-agent'],
    };
  }
}
