import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { ViewersService } from '../auth/viewers/viewers.service.js';
import { Database } from '../platform/database/database.service.js';
import type { Node } from '../platform/graphql/nodes/node.interface.js';
import { NodeRegistry } from '../platform/graphql/nodes/node-registry.js';
import { isUuid } from '../platform/graphql/nodes/uuid.js';
import type { RequestContext } from '../platform/request/request-context.js';
import { toListEntry } from './entries/entry.mappers.js';
import { toList } from './lists/list.mapper.js';
import { ListsService } from './lists/lists.service.js';
import type { Shelf, ShelfEntry } from './shelves/shelf.js';
import { favoritesShelf, historyShelf, ratingsShelf, watchlistShelf } from './shelves/shelves.js';
import { ViewerStateLoader } from './viewer-state/viewer-state.loader.js';
import { parseViewerStateKey, toMovieViewerState } from './viewer-state/viewer-state.mapper.js';

/** Says how the things of a library are found by their IDs: those of others are null, like those that never were. */
@Injectable()
export class LibraryNodes implements OnModuleInit {
  constructor(
    private readonly registry: NodeRegistry,
    private readonly viewers: ViewersService,
    private readonly database: Database,
    private readonly lists: ListsService,
    private readonly states: ViewerStateLoader,
  ) {}

  onModuleInit(): void {
    this.registerShelf('WatchlistEntry', watchlistShelf);
    this.registerShelf('Favorite', favoritesShelf);
    this.registerShelf('MovieRating', ratingsShelf);
    this.registerShelf('Viewing', historyShelf);
    this.registerLists();
    this.registry.register(
      'MovieViewerState',
      async (key, scope, _, context) => {
        const named = parseViewerStateKey(key);
        if (named === null || named.userId !== (await this.viewerId(context))) return null;
        return toMovieViewerState(await this.states.load(named.userId, named.tmdbId, context), scope);
      },
      (key) => parseViewerStateKey(key) !== null,
    );
  }

  private registerShelf<Entry extends ShelfEntry>(type: string, shelf: Shelf<Entry, Node>): void {
    this.registry.register(
      type,
      async (id, scope, _, context) => {
        const viewerId = await this.viewerId(context);
        const entry = viewerId === null ? null : await this.findEntry(shelf, id, viewerId);
        return entry && shelf.toNode(entry, scope);
      },
      isUuid,
    );
  }

  private registerLists(): void {
    this.registry.register(
      'List',
      async (id, scope, _, context) => {
        const list = await this.lists.findVisible(id, await this.viewerId(context));
        return list && toList(list, scope);
      },
      isUuid,
    );
    this.registry.register(
      'ListEntry',
      async (id, scope, _, context) => {
        const entry = await this.lists.findVisibleEntry(id, await this.viewerId(context));
        return entry && toListEntry(entry, scope);
      },
      isUuid,
    );
  }

  private findEntry<Entry extends ShelfEntry>(
    { table, entity }: Shelf<Entry>,
    id: string,
    userId: string,
  ): Promise<Entry | null> {
    return this.database.read(async (em) => {
      const { rows } = await sql<object>`
        select * from ${sql.table(table)} where id = ${id} and user_id = ${userId}
      `.execute(em.getKysely());
      return rows[0] === undefined ? null : em.map(entity, rows[0] as never);
    });
  }

  private async viewerId(context: RequestContext): Promise<string | null> {
    return (await this.viewers.find(context))?.user.id ?? null;
  }
}
