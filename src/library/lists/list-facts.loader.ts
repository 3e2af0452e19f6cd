import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.service.js';
import { perRequest } from '../../platform/request/per-request.js';
import type { RequestContext } from '../../platform/request/request-context.js';

/**
 * What a page of lists tells beside the lists themselves: one statement each for all of them. Nothing is remembered, so
 * that an answer never tells how things were before the request changed them.
 */
@Injectable()
export class ListFactsLoader {
  private readonly entryCounts = perRequest(
    () => new DataLoader<string, number>((listIds) => this.countEntries(listIds), { cache: false }),
  );

  private readonly displayNames = perRequest(
    () => new DataLoader<string, string | null>((userIds) => this.findNames(userIds), { cache: false }),
  );

  constructor(private readonly database: Database) {}

  /** How many films a list has. */
  entryCount(listId: string, context: RequestContext): Promise<number> {
    return this.entryCounts(context).load(listId);
  }

  /** The display name of an account; null when it has none. */
  displayName(userId: string, context: RequestContext): Promise<string | null> {
    return this.displayNames(context).load(userId);
  }

  private countEntries(listIds: readonly string[]): Promise<number[]> {
    return this.database.read(async (em) => {
      const { rows } = await sql<{ list_id: string; count: number }>`
        select list_id, count(*)::int as count from list_entries
        where list_id = any(${listIds}::uuid[]) group by list_id
      `.execute(em.getKysely());
      const counts = new Map(rows.map(({ list_id, count }) => [list_id, count]));
      return listIds.map((listId) => counts.get(listId) ?? 0);
    });
  }

  private findNames(userIds: readonly string[]): Promise<(string | null)[]> {
    return this.database.read(async (em) => {
      const { rows } = await sql<{ id: string; display_name: string | null }>`
        select id, display_name from users where id = any(${userIds}::uuid[])
      `.execute(em.getKysely());
      const names = new Map(rows.map(({ id, display_name }) => [id, display_name]));
      return userIds.map((userId) => names.get(userId) ?? null);
    });
  }
}
