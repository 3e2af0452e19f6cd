import type { OnModuleInit } from '@nestjs/common';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { NeedsViewer } from '../../platform/graphql/access/access.decorator.js';
import { parseGlobalId } from '../../platform/graphql/nodes/global-id.js';
import { NodeRegistry } from '../../platform/graphql/nodes/node-registry.js';
import { isUuid } from '../../platform/graphql/nodes/uuid.js';
import { scopeOf } from '../../platform/graphql/scope.args.js';
import { InputIssues } from '../../platform/input/input-issues.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { toUser } from '../../users/user.mapper.js';
import { User } from '../../users/user.model.js';
import { RevokeSessionInput, RevokeSessionResult } from '../auth.model.js';
import { ViewersService } from '../viewers/viewers.service.js';
import { Session, toSession } from './session.model.js';
import { SessionsService } from './sessions.service.js';

/** Where the viewer is signed in. */
@Resolver(() => User)
export class SessionsResolver implements OnModuleInit {
  constructor(
    private readonly sessions: SessionsService,
    private readonly viewers: ViewersService,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Session', (id, _scope, _fields, context) => this.find(id, context), isUuid);
  }

  @NeedsViewer()
  @ResolveField('sessions', () => [Session], {
    nullable: true,
    description: 'Where they are signed in, the last used first; at most 100.',
  })
  async ofUser(@Parent() { userId }: User, @Context() context: RequestContext): Promise<Session[]> {
    const { sessionId } = await this.viewers.get(context);
    return (await this.sessions.list(userId)).map((session) => toSession(session, sessionId));
  }

  @NeedsViewer()
  @Mutation(() => RevokeSessionResult, { nullable: true, description: 'Ends one session of the viewer.' })
  async revokeSession(
    @Args('input', { description: 'Which session.' }) input: RevokeSessionInput,
    @Context() context: RequestContext,
  ): Promise<typeof RevokeSessionResult | null> {
    const { user } = await this.viewers.get(context);
    const named = parseGlobalId(input.sessionId);
    if (named?.type !== 'Session' || !isUuid(named.key)) {
      const issues = new InputIssues();
      issues.add('sessionId', 'INVALID', 'This is not the ID of a session.');
      return issues.toError();
    }
    const isEnded = await this.sessions.end(user.id, named.key);
    return {
      __typename: 'RevokeSessionSuccess',
      deletedId: isEnded ? input.sessionId : null,
      user: toUser(user, scopeOf({}, context)),
    };
  }

  private async find(id: string, context: RequestContext): Promise<Session | null> {
    const viewer = await this.viewers.find(context);
    const session = viewer && (await this.sessions.find(viewer.user.id, id));
    return viewer && session && toSession(session, viewer.sessionId);
  }
}
