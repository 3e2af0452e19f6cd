import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.service.js';
import { ListEntity } from './list.entity.js';
import { ListEntryEntity } from './list-entry.entity.js';

/** Finds lists, for whoever may see them. */
@Injectable()
export class ListsService {
  constructor(private readonly database: Database) {}

  /** Null for a private list of somebody else, like for one that never was. `viewerId` is null when signed out. */
  findVisible(id: string, viewerId: string | null): Promise<ListEntity | null> {
    return this.database.read(async (em) => {
      const { rows } = await sql<object>`
        select l.* from lists l where l.id = ${id} and ${visibleTo(viewerId)}
      `.execute(em.getKysely());
      return rows[0] === undefined ? null : em.map(ListEntity, rows[0]);
    });
  }

  /** An entry of a list that the viewer may see. */
  findVisibleEntry(id: string, viewerId: string | null): Promise<ListEntryEntity | null> {
    return this.database.read(async (em) => {
      const { rows } = await sql<object>`
        select e.* from list_entries e join lists l on l.id = e.list_id
        where e.id = ${id} and ${visibleTo(viewerId)}
      `.execute(em.getKysely());
      return rows[0] === undefined ? null : em.map(ListEntryEntity, rows[0]);
    });
  }
}

function visibleTo(viewerId: string | null) {
  return sql`(l.user_id = ${viewerId}::uuid or l.visibility = 'UNLISTED')`;
}
