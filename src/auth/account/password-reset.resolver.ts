import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { AppConfig } from '../../config/app-config.js';
import { OpenToEveryone } from '../../platform/graphql/access/access.decorator.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { clientAddressOf } from '../guessing/client-address.js';
import {
  RequestPasswordResetInput,
  RequestPasswordResetResult,
  ResetPasswordInput,
  ResetPasswordResult,
} from './account.model.js';
import { PasswordReset } from './password-reset.service.js';

/** For whoever forgot a password. */
@Resolver()
export class PasswordResetResolver {
  constructor(
    private readonly resets: PasswordReset,
    private readonly config: AppConfig,
  ) {}

  @OpenToEveryone()
  @Mutation(() => RequestPasswordResetResult, {
    nullable: true,
    description: 'Sends a link to choose a new password, if the address has an account.',
  })
  async requestPasswordReset(
    @Args('input', { description: 'The address.' }) input: RequestPasswordResetInput,
    @Context() { req }: GraphqlContext,
  ): Promise<typeof RequestPasswordResetResult | null> {
    const client = clientAddressOf(req, this.config.http.trustedProxies);
    const message = 'If this address has an account, a mail with a link is on its way.';
    return (await this.resets.request(input.email, client)) ?? { __typename: 'RequestPasswordResetSuccess', message };
  }

  @OpenToEveryone()
  @Mutation(() => ResetPasswordResult, { nullable: true, description: 'Sets a new password by the token of a mail.' })
  async resetPassword(
    @Args('input', { description: 'The token and the new password.' }) input: ResetPasswordInput,
  ): Promise<typeof ResetPasswordResult | null> {
    const message = 'Your password is changed. Sign in with it.';
    return (await this.resets.reset(input.token, input.newPassword)) ?? { __typename: 'ResetPasswordSuccess', message };
  }
}
