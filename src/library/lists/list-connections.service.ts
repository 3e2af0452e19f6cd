import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.service.js';
import { decodeKeysetCursor, encodeKeysetCursor } from '../../platform/graphql/connections/keyset-cursor.js';
import { type PageArgs, pageRequestOf } from '../../platform/graphql/connections/page.args.js';
import type { CountedPage } from '../shelves/shelf-page.js';
import { afterPosition, column, isValueOf, orderBy } from '../shelves/sort-column.js';
import { ListEntity } from './list.entity.js';

const createdAt = column('created_at', 'time');
const cursorList = 'lists';

/** The cursor of a list among those of its owner. */
export function cursorOfList({ id, createdAt: time }: Pick<ListEntity, 'id' | 'createdAt'>): string {
  return encodeKeysetCursor(cursorList, { value: time.getTime(), id });
}

/** Reads the lists of a viewer, page by page, newest first. */
@Injectable()
export class ListConnectionsService {
  constructor(private readonly database: Database) {}

  /** @throws BadUserInputError for arguments that can't be used, ServiceUnavailableError without a database. */
  async read(userId: string, args: PageArgs): Promise<CountedPage<ListEntity>> {
    const { first } = pageRequestOf({ first: args.first ?? null });
    const after =
      typeof args.after === 'string' ? decodeKeysetCursor(args.after, cursorList, isValueOf(createdAt)) : null;
    const following = after === null ? sql`` : sql`and ${afterPosition(createdAt, true, after)}`;
    const lists = await this.database.read(async (em) => {
      const { rows } = await sql<object>`
        select e.* from lists e where e.user_id = ${userId} ${following} ${orderBy(createdAt, true)} limit ${first + 1}
      `.execute(em.getKysely());
      return rows.map((row) => em.map(ListEntity, row));
    });
    return {
      rows: lists.slice(0, first).map((list) => ({ row: list, cursor: cursorOfList(list) })),
      hasNextPage: lists.length > first,
      isContinued: after !== null,
      countAll: () => this.database.read((em) => em.count(ListEntity, { userId })),
    };
  }
}
