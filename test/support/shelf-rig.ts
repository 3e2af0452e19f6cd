import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { HeldFilms } from '../../src/library/shelves/held-films.js';
import type { ShelfArgs } from '../../src/library/shelves/shelf.args.js';
import type { ShelfPage } from '../../src/library/shelves/shelf-page.js';
import type { ShelfView } from '../../src/library/shelves/shelf-query.js';
import type { Shelf, ShelfEntry } from '../../src/library/shelves/shelf.js';
import { ShelvesService } from '../../src/library/shelves/shelves.service.js';
import { type CatalogueRig, type LibraryRig, newCatalogue, startLibraryRig } from './library-rig.js';
import { countStatements, type StatementCount } from './statement-count.js';

const noon = Date.UTC(2026, 10, 25, 12);

export const byNumber = (one: number, other: number): number => one - other;

export const minutesAgo = (minutes: number): Date => new Date(noon - minutes * 60_000);

export const idsOf = ({ rows }: ShelfPage<ShelfEntry>): number[] => rows.map(({ row }) => row.tmdbId);

/** The shelves of a viewer, who is new for each test, as is the catalogue. */
export class ShelfRig {
  library!: LibraryRig;
  catalogue!: CatalogueRig;
  statements!: StatementCount;
  userId = '';
  private shelves!: ShelvesService;

  static forSuite(): ShelfRig {
    const rig = new ShelfRig();
    beforeAll(async () => {
      rig.statements = countStatements();
      rig.library = await startLibraryRig();
    });
    beforeEach(async () => {
      rig.catalogue = newCatalogue();
      rig.shelves = new ShelvesService(rig.library.database, new HeldFilms(rig.catalogue.movies));
      await rig.becomeNew();
    });
    afterAll(async () => {
      rig.statements.stop();
      await rig.library.close();
    });
    return rig;
  }

  /** Goes on as another viewer, whose shelves are empty. */
  async becomeNew(): Promise<void> {
    this.userId = await this.library.addUser();
  }

  get own(): ShelfView {
    return { ownerId: this.userId, viewerId: this.userId };
  }

  want(tmdbId: number, minutes = tmdbId): Promise<string> {
    const columns = { user_id: this.userId, tmdb_id: tmdbId, added_at: minutesAgo(minutes) };
    return this.library.insert('watchlist_entries', columns);
  }

  rate(tmdbId: number, halfPoints: number, by = this.userId): Promise<string> {
    const columns = { user_id: by, tmdb_id: tmdbId, half_points: halfPoints, rated_at: minutesAgo(tmdbId) };
    return this.library.insert('ratings', columns);
  }

  watch(tmdbId: number, minutes: number): Promise<string> {
    const columns = { user_id: this.userId, tmdb_id: tmdbId, watched_at: minutesAgo(minutes) };
    return this.library.insert('viewings', columns);
  }

  read<Entry extends ShelfEntry>(
    shelf: Shelf<Entry>,
    args: ShelfArgs = {},
    view = this.own,
    locale = 'en-US',
  ): Promise<ShelfPage<Entry>> {
    return this.shelves.read(shelf, view, args, locale);
  }

  /** Every entry, page by page. */
  async readAll<Entry extends ShelfEntry>(
    shelf: Shelf<Entry>,
    args: ShelfArgs,
    view = this.own,
    betweenPages: () => Promise<void> = async () => undefined,
  ): Promise<Entry[]> {
    const entries: Entry[] = [];
    let after: string | undefined;
    for (;;) {
      const page = await this.read(shelf, { ...args, ...(after !== undefined && { after }) }, view);
      entries.push(...page.rows.map(({ row }) => row));
      expect(page.isContinued).toBe(after !== undefined);
      if (!page.hasNextPage) return entries;
      expect(page.rows).toHaveLength(args.first ?? 20);
      after = page.rows.at(-1)!.cursor;
      await betweenPages();
    }
  }
}
