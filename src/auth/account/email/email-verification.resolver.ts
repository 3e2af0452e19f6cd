import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { NeedsViewer, OpenToEveryone } from '../../../platform/graphql/access/access.decorator.js';
import { scopeOf } from '../../../platform/graphql/scope.args.js';
import type { RequestContext } from '../../../platform/request/request-context.js';
import { toUser } from '../../../users/user.mapper.js';
import { ViewersService } from '../../viewers/viewers.service.js';
import { RequestEmailVerificationResult, VerifyEmailInput, VerifyEmailResult } from './email-verification.model.js';
import { EmailVerification } from './email-verification.service.js';

/** Whether an address is its owner's. */
@Resolver()
export class EmailVerificationResolver {
  constructor(
    private readonly verification: EmailVerification,
    private readonly viewers: ViewersService,
  ) {}

  @NeedsViewer()
  @Mutation(() => RequestEmailVerificationResult, {
    nullable: true,
    description: 'Sends a link that verifies the address of the account, good for 24 hours.',
  })
  async requestEmailVerification(
    @Context() context: RequestContext,
  ): Promise<typeof RequestEmailVerificationResult | null> {
    const { user } = await this.viewers.get(context);
    const refused = await this.verification.request(user);
    return refused ?? { __typename: 'RequestEmailVerificationSuccess', user: toUser(user, scopeOf({}, context)) };
  }

  @OpenToEveryone()
  @Mutation(() => VerifyEmailResult, { nullable: true, description: 'Verifies an address by the token of a mail.' })
  async verifyEmail(
    @Args('input', { description: 'The token.' }) input: VerifyEmailInput,
    @Context() context: RequestContext,
  ): Promise<typeof VerifyEmailResult | null> {
    // First, so that nothing is done for a token of access that is no longer good.
    const viewer = await this.viewers.find(context);
    const result = await this.verification.verify(input.token);
    if (result.__typename !== 'EmailVerified') return result;
    this.viewers.forget(context);
    const isOwner = viewer?.user.id === result.user.id;
    return { __typename: 'VerifyEmailSuccess', user: isOwner ? toUser(result.user, scopeOf({}, context)) : null };
  }
}
