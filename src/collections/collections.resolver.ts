import type { OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Context, Field, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ImageConnection } from '../images/image.connection.js';
import { imagesOfKinds } from '../images/image.mapper.js';
import { ImageKind } from '../images/image.model.js';
import { pageOfArray, toConnection } from '../platform/graphql/connections/page.js';
import { PageArgs, pageRequestOf } from '../platform/graphql/connections/page.args.js';
import { IdArgs, namedTmdbId } from '../platform/graphql/id.args.js';
import { Calls } from '../platform/graphql/limits/cost/calls.decorator.js';
import { NodeRegistry } from '../platform/graphql/nodes/node-registry.js';
import { scopeOf } from '../platform/graphql/scope.args.js';
import type { Scope } from '../platform/locale/locale.js';
import type { RequestContext } from '../platform/request/request-context.js';
import { CollectionImagesService } from './collection-images.service.js';
import { CollectionLoader } from './collection.loader.js';
import { toCollection } from './collection.mapper.js';
import { Collection } from './collection.model.js';

@ArgsType()
export class CollectionImagesArgs extends PageArgs {
  @Field(() => ImageKind, { nullable: true, description: 'Only this kind; left out, posters and backdrops.' })
  kind?: ImageKind | null;
}

@Resolver(() => Collection)
export class CollectionsResolver implements OnModuleInit {
  constructor(
    private readonly collections: CollectionLoader,
    private readonly pictures: CollectionImagesService,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Collection', (tmdbId, scope, _fields, context) => this.find(Number(tmdbId), scope, context));
  }

  @Calls({ finds: 'named' })
  @Query(() => Collection, { nullable: true, description: 'A collection, by one of its IDs; null when there is none.' })
  async collection(@Args() args: IdArgs, @Context() context: RequestContext): Promise<Collection | null> {
    const tmdbId = namedTmdbId(args, 'Collection');
    return tmdbId === null ? null : this.find(tmdbId, scopeOf(args, context), context);
  }

  @Calls({ needsThing: true })
  @ResolveField(() => String, { nullable: true, description: 'What the films are about, in a paragraph.' })
  async overview(@Parent() { tmdbId, scope }: Collection, @Context() context: RequestContext) {
    return (await this.collections.loadDetails({ tmdbId, locale: scope.locale }, context))?.overview ?? null;
  }

  @Calls({ calls: 1 })
  @ResolveField(() => ImageConnection, { nullable: true, description: 'Its pictures, best rated first.' })
  async images(@Parent() { tmdbId, scope }: Collection, @Args() args: CollectionImagesArgs) {
    const request = pageRequestOf(args);
    const found = await this.pictures.find(tmdbId, scope.locale);
    return found && toConnection(pageOfArray(imagesOfKinds({ ...found }, args.kind), request), (node) => ({ node }));
  }

  private async find(tmdbId: number, scope: Scope, context: RequestContext): Promise<Collection | null> {
    const details = await this.collections.loadDetails({ tmdbId, locale: scope.locale }, context);
    return details?.summary ? toCollection(details.summary, scope) : null;
  }
}
