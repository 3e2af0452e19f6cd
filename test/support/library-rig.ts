import { jest } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { AppConfig } from '../../src/config/app-config.js';
import { entities } from '../../src/entities.js';
import { MovieLoader } from '../../src/movies/movie.loader.js';
import { CacheService } from '../../src/platform/cache/cache.service.js';
import { Database } from '../../src/platform/database/database.service.js';
import { ormOptions } from '../../src/platform/database/orm-options.js';
import { PoolClients } from '../../src/platform/database/pool-clients.js';
import { newRequestContext, type RequestContext } from '../../src/platform/request/request-context.js';
import type { TmdbClient } from '../../src/tmdb/tmdb.client.js';
import { createDatabase } from './postgres.js';
import { Gauges } from '../../src/platform/telemetry/gauges.js';

/** A film as the rig's TMDb knows it. */
export interface RigFilm {
  readonly title?: string;
  readonly releaseDate?: string;
  readonly runtime?: number;
  readonly genreIds?: readonly number[];
}

/** Films behind an empty cache, on a TMDb that is made up and counts its calls. */
export interface CatalogueRig {
  readonly movies: MovieLoader;
  readonly calls: jest.Mock<(id: number) => Promise<unknown>>;
  /** What TMDb knows; a film that is not here does not exist. */
  readonly films: Map<number, RigFilm>;
  /** Makes the cache hold films. */
  readonly hold: (tmdbIds: readonly number[], locale?: string) => Promise<void>;
}

/** The tables of a library on a real PostgreSQL. */
export interface LibraryRig {
  readonly database: Database;
  /** Gives the id of a new account. */
  addUser(displayName?: string): Promise<string>;
  /** Inserts a row with an id of its own, which it gives. */
  insert(table: string, columns: Readonly<Record<string, unknown>>): Promise<string>;
  insertMany(table: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
  remove(table: string, id: string): Promise<void>;
  close(): Promise<void>;
}

export function newCatalogue(): CatalogueRig {
  const films = new Map<number, RigFilm>();
  const calls = jest.fn(async (id: number) => bodyOf(id, films.get(id)));
  const cache = new CacheService({ memoryBytes: 50_000_000 });
  const movies = new MovieLoader(
    cache,
    { movie: calls } as unknown as TmdbClient,
    { cache: { ttlSeconds: 300, staleDays: 7 } } as AppConfig,
  );
  return {
    movies,
    calls,
    films,
    hold: async (tmdbIds, locale = 'en-US') => {
      const context = newContext();
      await Promise.all(tmdbIds.map((tmdbId) => movies.load('details', { tmdbId, locale }, context)));
      calls.mockClear();
    },
  };
}

export async function startLibraryRig(): Promise<LibraryRig> {
  const { url, drop } = await createDatabase();
  const clients = new PoolClients(new Gauges());
  const settings = { poolMax: 3, connectTimeoutMs: 5000, statementTimeoutMs: 5000, idleTransactionTimeoutMs: 5000 };
  const orm = await MikroORM.init({
    ...ormOptions({ url, ...settings }, (pool) => clients.track(pool)),
    entities: [...entities],
  });
  const database = new Database(orm, clients, { limitMs: 10_000 });
  const insertMany: LibraryRig['insertMany'] = (table, rows) => insertRows(database, table, rows);
  return {
    database,
    addUser: async (displayName) => {
      const id = randomUUID();
      const email = `${id}@example.com`;
      const columns = { id, email, password_hash: 'none', display_name: displayName ?? null, created_at: new Date() };
      await insertMany('users', [columns]);
      return id;
    },
    insert: async (table, columns) => {
      const id = randomUUID();
      await insertMany(table, [{ id, ...columns }]);
      return id;
    },
    insertMany,
    remove: async (table, id) => {
      await database.write((em) => sql`delete from ${sql.table(table)} where id = ${id}`.execute(em.getKysely()));
    },
    close: async () => {
      await database.onApplicationShutdown();
      await drop();
    },
  };
}

/** A request of somebody, or of nobody. */
export function newContext(userId?: string): RequestContext {
  const context = newRequestContext({ requestId: 'test' });
  context.credentials = userId === undefined ? null : { userId, sessionId: randomUUID() };
  return context;
}

async function insertRows(database: Database, table: string, rows: Parameters<LibraryRig['insertMany']>[1]) {
  const [first] = rows;
  if (first === undefined) return;
  const names = Object.keys(first).map((name) => sql.ref(name));
  const values = rows.map((row) => sql`(${sql.join(Object.values(row))})`);
  await database.write((em) =>
    sql`insert into ${sql.table(table)} (${sql.join(names)}) values ${sql.join(values)}`.execute(em.getKysely()),
  );
}

function bodyOf(id: number, film: RigFilm | undefined): object | null {
  if (film === undefined) return null;
  const title = film.title ?? null;
  return {
    id,
    title,
    original_title: title,
    original_language: 'en',
    release_date: film.releaseDate ?? null,
    runtime: film.runtime ?? null,
    genres: (film.genreIds ?? []).map((genre) => ({ id: genre, name: null })),
    homepage: null,
    imdb_id: null,
    tagline: null,
    status: null,
    budget: null,
    revenue: null,
    overview: null,
    poster_path: null,
    backdrop_path: null,
    popularity: null,
    vote_average: null,
    vote_count: null,
    adult: false,
    softcore: false,
    belongs_to_collection: null,
    production_companies: [],
    production_countries: [],
    spoken_languages: [],
    origin_country: [],
  };
}
