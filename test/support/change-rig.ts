import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { sql } from 'kysely';
import type { LibraryChangeInput } from '../../src/library/changes/batch/update-library.input.js';
import { UpdateLibraryService } from '../../src/library/changes/batch/update-library.service.js';
import type { Done, ReadChange } from '../../src/library/changes/library-change.js';
import { LibraryWriter, type Writing } from '../../src/library/changes/library-writer.service.js';
import { ViewerStateLoader } from '../../src/library/viewer-state/viewer-state.loader.js';
import type { Movie } from '../../src/movies/movie.model.js';
import type { MoviesService } from '../../src/movies/movies.service.js';
import { UpstreamUnavailableError } from '../../src/tmdb/tmdb.errors.js';
import { type LibraryRig, newContext, startLibraryRig } from './library-rig.js';
import { countStatements, type StatementCount } from './statement-count.js';

const scope = { locale: 'en-US', locales: ['en-US'], region: 'US', isRegionNamed: false };

/** The writing side of libraries on a real PostgreSQL, with a viewer who is new for each test. */
export class ChangeRig {
  library!: LibraryRig;
  statements!: StatementCount;
  states!: ViewerStateLoader;
  userId = '';
  now = new Date();
  /** The films that were looked up. */
  asked: number[] = [];
  /** Films that TMDb does not have. */
  readonly missing = new Set([404, 405]);
  isTmdbAway = false;
  private writer!: LibraryWriter;
  private updates!: UpdateLibraryService;

  static forSuite(): ChangeRig {
    const rig = new ChangeRig();
    beforeAll(async () => {
      rig.statements = countStatements();
      rig.library = await startLibraryRig();
      rig.build();
    });
    beforeEach(async () => {
      rig.userId = await rig.library.addUser();
      rig.now = new Date('2026-11-25T12:00:30.500Z');
      rig.isTmdbAway = false;
      rig.asked = [];
      rig.statements.take();
    });
    afterAll(async () => {
      rig.statements.stop();
      await rig.library.close();
    });
    return rig;
  }

  private build(): void {
    const movies = { findByTmdbId: (tmdbId: number) => this.findMovie(tmdbId) } as unknown as MoviesService;
    const clock = { now: () => this.now };
    this.states = new ViewerStateLoader(this.library.database);
    this.writer = new LibraryWriter(this.library.database, clock, movies, this.states);
    this.updates = new UpdateLibraryService(this.writer, clock);
  }

  writingOf(userId = this.userId): Writing {
    return { userId, scope, movieFields: [], context: newContext(userId) };
  }

  /** What came of a change that has to be made. */
  async make<Input, D extends Done>(read: ReadChange<Input, D>, input: Input, userId = this.userId): Promise<D> {
    const outcome = await this.writer.make(read, input, this.writingOf(userId));
    if ('done' in outcome) return outcome.done;
    throw new Error(`The change was refused: ${outcome.error.message}`);
  }

  /** Why a change is refused; `made` when it is not. */
  async refusal<Input>(read: ReadChange<Input>, input: Input, userId = this.userId): Promise<object> {
    const outcome = await this.writer.make(read, input, this.writingOf(userId));
    return 'error' in outcome ? outcome.error : { __typename: 'made' };
  }

  update(changes: readonly LibraryChangeInput[], writing = this.writingOf()) {
    return this.updates.update(changes, writing);
  }

  async count(table: string, column: 'user_id' | 'list_id' = 'user_id', id = this.userId): Promise<number> {
    const [row] = await this.select<{ count: number }>(
      sql`select count(*)::int as count from ${sql.table(table)} where ${sql.ref(column)} = ${id}`,
    );
    return row!.count;
  }

  /** The films of a list in its order. */
  async filmsOf(listId: string): Promise<number[]> {
    const rows = await this.select<{ tmdb_id: number }>(
      sql`select tmdb_id from list_entries where list_id = ${listId} order by position`,
    );
    return rows.map((row) => row.tmdb_id);
  }

  /** Fills a part with as many films as wanted, from the highest numbers on. */
  async fill(table: string, count: number, columns: Readonly<Record<string, unknown>>): Promise<void> {
    const names = Object.keys(columns).map((name) => sql.ref(name));
    await this.select(sql`
      insert into ${sql.table(table)} (id, tmdb_id, ${sql.join(names)})
      select gen_random_uuid(), 1000000 + n, ${sql.join(Object.values(columns))} from generate_series(1, ${count}::int) n
    `);
  }

  select<Row>(statement: ReturnType<typeof sql>): Promise<Row[]> {
    return this.library.database.write(async (em) => {
      const { rows } = await statement.execute(em.getKysely());
      return rows as Row[];
    });
  }

  private async findMovie(tmdbId: number): Promise<Movie | null> {
    this.asked.push(tmdbId);
    if (this.isTmdbAway) throw new UpstreamUnavailableError({ reason: 'timeout' });
    return this.missing.has(tmdbId) ? null : ({ tmdbId } as Movie);
  }
}
