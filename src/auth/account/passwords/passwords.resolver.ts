import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { AppConfig } from '../../../config/app-config.js';
import { NeedsViewer, OpenToEveryone } from '../../../platform/graphql/access/access.decorator.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { AuthAnswers } from '../../delivery/auth-answers.service.js';
import { clientAddressOf } from '../../../platform/http/client-address.js';
import { ViewersService } from '../../viewers/viewers.service.js';
import { PasswordChange } from './password-change.service.js';
import { PasswordResets } from './password-resets.service.js';
import {
  ChangePasswordInput,
  ChangePasswordResult,
  RequestPasswordResetInput,
  RequestPasswordResetResult,
  ResetPasswordInput,
  ResetPasswordResult,
} from './passwords.model.js';
import { ResetRequests } from './reset-requests.service.js';

/** New passwords, for those who know the present one and those who forgot it. */
@Resolver()
export class PasswordsResolver {
  constructor(
    private readonly passwords: PasswordChange,
    private readonly requests: ResetRequests,
    private readonly resets: PasswordResets,
    private readonly viewers: ViewersService,
    private readonly answers: AuthAnswers,
    private readonly config: AppConfig,
  ) {}

  @NeedsViewer()
  @Mutation(() => ChangePasswordResult, {
    nullable: true,
    description: 'Changes the password. All sessions end, this one included; the answer begins a new one.',
  })
  async changePassword(
    @Args('input', { description: 'The old and the new password.' }) input: ChangePasswordInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof ChangePasswordResult | null> {
    const { user } = await this.viewers.get(context);
    const result = await this.passwords.change(user, input, context.req.headers['user-agent']);
    if (result.__typename !== 'PasswordChanged') return result;
    return this.answers.success({ ...result, user, deviceToken: null }, input.tokenDelivery, context);
  }

  @OpenToEveryone()
  @Mutation(() => RequestPasswordResetResult, {
    nullable: true,
    description: 'Sends a link to choose a new password, if the address has an account.',
  })
  async requestPasswordReset(
    @Args('input', { description: 'The address.' }) input: RequestPasswordResetInput,
    @Context() { req }: GraphqlContext,
  ): Promise<typeof RequestPasswordResetResult | null> {
    const refused = await this.requests.request(input.email, clientAddressOf(req, this.config.http.trustedProxies));
    const message = 'If this address has an account, a mail with a link is on its way.';
    return refused ?? { __typename: 'RequestPasswordResetSuccess', message };
  }

  @OpenToEveryone()
  @Mutation(() => ResetPasswordResult, {
    nullable: true,
    description: 'Sets a new password by the token of a mail, or of an operator. All sessions end.',
  })
  async resetPassword(
    @Args('input', { description: 'The token and the new password.' }) input: ResetPasswordInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof ResetPasswordResult | null> {
    const result = await this.resets.reset(input.token, input.newPassword);
    if (result.__typename !== 'PasswordReset') return result;
    this.viewers.forget(context);
    return { __typename: 'ResetPasswordSuccess', message: 'Your password is changed. Sign in with it.' };
  }
}
