import type { OnModuleInit } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { OpenToEveryone } from '../../platform/graphql/access/access.decorator.js';
import { NodeRegistry } from '../../platform/graphql/nodes/node-registry.js';
import { isUuid } from '../../platform/graphql/nodes/uuid.js';
import { ScopeArgs, scopeOf } from '../../platform/graphql/scope.args.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { toUser } from '../../users/user.mapper.js';
import { User } from '../../users/user.model.js';
import { ViewersService } from './viewers.service.js';

/** Who is signed in. */
@Resolver()
export class ViewerResolver implements OnModuleInit {
  constructor(
    private readonly viewers: ViewersService,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    const find = async (id: string, context: RequestContext) => {
      const viewer = await this.viewers.find(context);
      return viewer?.user.id === id ? viewer.user : null;
    };
    this.nodes.register(
      'User',
      async (id, scope, _fields, context) => {
        const user = await find(id, context);
        return user && toUser(user, scope);
      },
      isUuid,
    );
  }

  @OpenToEveryone()
  @Query(() => User, { nullable: true, description: 'Whoever is signed in; null when nobody is.' })
  async viewer(@Args() args: ScopeArgs, @Context() context: RequestContext): Promise<User | null> {
    const viewer = await this.viewers.find(context);
    return viewer && toUser(viewer.user, scopeOf(args, context));
  }
}
