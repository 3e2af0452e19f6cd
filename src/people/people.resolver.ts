import type { OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Context, Field, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { pageRequestOf, ScopedPageArgs } from '../platform/graphql/connections/page.args.js';
import { toConnection } from '../platform/graphql/connections/page.js';
import { IdOrImdbIdArgs, namedTmdbId, requireExactlyOne } from '../platform/graphql/id.args.js';
import { Calls } from '../platform/graphql/limits/cost/calls.decorator.js';
import { NodeRegistry } from '../platform/graphql/nodes/node-registry.js';
import { scopeOf } from '../platform/graphql/scope.args.js';
import { selectedFields } from '../platform/graphql/selected-fields.js';
import type { RequestContext } from '../platform/request/request-context.js';
import { pageSize } from '../tmdb/reading/list-page.js';
import { PeopleList } from './people-list.js';
import { PeopleService } from './people.service.js';
import { PersonConnection } from './person.connection.js';
import { toPerson } from './person.mapper.js';
import { Person } from './person.model.js';

@ArgsType()
export class PeopleArgs extends ScopedPageArgs {
  @Field(() => PeopleList, { nullable: true, defaultValue: PeopleList.POPULAR, description: 'Which list.' })
  list?: PeopleList | null;
}

@Resolver()
export class PeopleResolver implements OnModuleInit {
  constructor(
    private readonly service: PeopleService,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Person', (tmdbId, scope, fields, context) =>
      this.service.findByTmdbId(Number(tmdbId), scope, fields, context),
    );
  }

  @Calls({ finds: 'named' })
  @Query(() => Person, { nullable: true, description: 'Someone, by one of their IDs; null when there is nobody.' })
  async person(
    @Args() args: IdOrImdbIdArgs,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Person | null> {
    const { id, tmdbId, imdbId } = args;
    requireExactlyOne({ id, tmdbId, imdbId });
    const scope = scopeOf(args, context);
    const found =
      typeof imdbId === 'string' ? await this.service.findTmdbId(imdbId, scope.locale) : namedTmdbId(args, 'Person');
    return found === null ? null : this.service.findByTmdbId(found, scope, selectedFields(info, 'Person'), context);
  }

  @Calls({ pages: pageSize })
  @Query(() => PersonConnection, { nullable: true, description: 'People of one of the lists.' })
  async people(@Args() args: PeopleArgs, @Context() context: RequestContext): Promise<PersonConnection> {
    const scope = scopeOf(args, context);
    const page = await this.service.readList(args.list ?? PeopleList.POPULAR, scope, pageRequestOf(args));
    return toConnection(page, (summary) => ({ node: toPerson(summary, scope) }));
  }
}
