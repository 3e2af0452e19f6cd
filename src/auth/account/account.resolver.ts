import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { NeedsViewer } from '../../platform/graphql/access/access.decorator.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { toGlobalId } from '../../platform/graphql/nodes/global-id.js';
import { scopeOf } from '../../platform/graphql/scope.args.js';
import type { UserEntity } from '../../users/user.entity.js';
import { toUser } from '../../users/user.mapper.js';
import { RefreshCookie } from '../delivery/refresh-cookie.js';
import { ViewersService } from '../viewers/viewers.service.js';
import {
  type AccountChanged,
  ChangeEmailInput,
  ChangeEmailResult,
  DeleteAccountInput,
  DeleteAccountResult,
  UpdateProfileInput,
  UpdateProfileResult,
} from './account.model.js';
import { AccountRemoval } from './account-removal.service.js';
import { EmailChange } from './email/email-change.service.js';
import { ProfileService } from './profile.service.js';

/** What owners do with their accounts. */
@Resolver()
export class AccountResolver {
  constructor(
    private readonly emails: EmailChange,
    private readonly profiles: ProfileService,
    private readonly removal: AccountRemoval,
    private readonly cookie: RefreshCookie,
    private readonly viewers: ViewersService,
  ) {}

  @NeedsViewer()
  @Mutation(() => ChangeEmailResult, { nullable: true, description: 'Changes the address of the account.' })
  async changeEmail(
    @Args('input', { description: 'The new address, and the password.' }) input: ChangeEmailInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof ChangeEmailResult | null> {
    const { user } = await this.viewers.get(context);
    const result = await this.emails.change(user, input);
    return '__typename' in result ? result : this.changed(result, context);
  }

  @NeedsViewer()
  @Mutation(() => UpdateProfileResult, { nullable: true, description: 'Changes what the account says of its owner.' })
  async updateProfile(
    @Args('input', { description: 'What changes.' }) input: UpdateProfileInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof UpdateProfileResult | null> {
    const { user } = await this.viewers.get(context);
    const result = await this.profiles.update(user, input);
    return '__typename' in result ? result : this.changed(result, context);
  }

  @NeedsViewer()
  @Mutation(() => DeleteAccountResult, { nullable: true, description: 'Deletes the account and all that it kept.' })
  async deleteAccount(
    @Args('input', { description: 'The password.' }) input: DeleteAccountInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof DeleteAccountResult | null> {
    const { user } = await this.viewers.get(context);
    const refused = await this.removal.remove(user, input.password);
    if (refused !== null) return refused;
    this.viewers.forget(context);
    this.cookie.clear(context);
    return { __typename: 'DeleteAccountSuccess', deletedUserId: toGlobalId('User', user.id) };
  }

  private changed(user: UserEntity, context: GraphqlContext): AccountChanged {
    this.viewers.forget(context);
    return { __typename: 'AccountChanged', user: toUser(user, scopeOf({}, context)) };
  }
}
