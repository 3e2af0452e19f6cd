import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { randomBytes, randomUUID } from 'node:crypto';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { OneTimeTokens } from '../../src/auth/one-time-tokens/one-time-tokens.service.js';
import { entities } from '../../src/entities.js';
import { ormOptions } from '../../src/platform/database/orm-options.js';
import { runUsersCommand, UsersCommandError } from '../../src/scripts/users/users-command.js';

const now = new Date('2026-11-25T12:00:00Z');
const clock = { now: () => now };
const settings = { poolMax: 2, connectTimeoutMs: 5000, statementTimeoutMs: 10_000, idleTransactionTimeoutMs: 10_000 };

let database: TestDatabase;
let orm: MikroORM;
let userId: string;
let email: string;
let otherId: string;

beforeAll(async () => {
  database = await createDatabase();
  orm = await MikroORM.init({ ...ormOptions({ url: database.url, ...settings }), entities: [...entities] });
});

afterAll(async () => {
  await orm.close();
  await database.drop();
});

beforeEach(async () => {
  [userId, otherId] = [await addUser(), await addUser()];
  email = `${userId}@example.com`;
});

async function insert(table: string, columns: Readonly<Record<string, unknown>>): Promise<string> {
  const row = { id: randomUUID(), ...columns };
  const names = Object.keys(row).map((name) => sql.ref(name));
  await sql`insert into ${sql.table(table)} (${sql.join(names)}) values (${sql.join(Object.values(row))})`.execute(
    orm.em.fork().getKysely(),
  );
  return row.id;
}

async function addUser(): Promise<string> {
  const id = randomUUID();
  return insert('users', { id, email: `${id}@example.com`, password_hash: 'secret-of-password', created_at: now });
}

function addSession(user: string): Promise<string> {
  const times = { created_at: now, last_used_at: now, expires_at: now, absolute_expires_at: now };
  const hashes = { family_hash: randomBytes(32), secret_hash: randomBytes(32) };
  return insert('sessions', { user_id: user, user_agent: 'curl/8', ...hashes, ...times });
}

async function addLibrary(user: string): Promise<void> {
  await insert('watchlist_entries', { user_id: user, tmdb_id: 550, added_at: now });
  await insert('favorites', { user_id: user, tmdb_id: 550, added_at: now });
  await insert('ratings', { user_id: user, tmdb_id: 550, half_points: 17, rated_at: now });
  await insert('viewings', { user_id: user, tmdb_id: 550, watched_at: now });
  await insert('movie_notes', { user_id: user, tmdb_id: 550, text: 'Bücher & "soap"', updated_at: now });
  const facts = { name: 'Best', visibility: 'PRIVATE', created_at: now, updated_at: now };
  const list = await insert('lists', { user_id: user, ...facts });
  await insert('list_entries', { list_id: list, tmdb_id: 551, position: 'a0', added_at: now });
}

async function run(args: readonly string[], appUrl?: string): Promise<string> {
  let written = '';
  await runUsersCommand(args, { orm, clock, appUrl, write: async (text) => void (written += text) });
  return written;
}

async function countOf(table: string, column: string, id: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from ${sql.table(table)} where ${sql.ref(column)} = ${id}
  `.execute(orm.em.fork().getKysely());
  return Number(rows[0]?.count);
}

const tokens = new OneTimeTokens(clock);

describe('reset-password', () => {
  test('prints a token that resets the password of the account', async () => {
    const [, token = ''] = /^([\w-]{43,})$/m.exec(await run(['reset-password', ` ${email.toUpperCase()}`])) ?? [];
    const redeemed = await orm.em.fork().transactional((em) => tokens.redeem(em, token, 'PASSWORD_RESET'));
    expect(redeemed).toMatchObject({ userId, channel: 'OPERATOR' });
  });

  test('prints the link where the address of the app is known, and no link otherwise', async () => {
    expect(await run(['reset-password', email], 'https://app.example')).toMatch(
      /^https:\/\/app\.example\/reset-password#token=[\w-]{43,}$/m,
    );
    expect(await run(['reset-password', email])).not.toMatch(/http/);
  });
});

describe('sign-out', () => {
  test('ends the sessions of the account and no others', async () => {
    await addSession(userId);
    await addSession(userId);
    await addSession(otherId);
    expect(await run(['sign-out', email])).toBe(`${email} is signed out everywhere; sessions ended: 2.\n`);
    expect(await countOf('sessions', 'user_id', userId)).toBe(0);
    expect(await countOf('sessions', 'user_id', otherId)).toBe(1);
  });
});

describe('delete', () => {
  test('removes the account with all that it kept, and no other', async () => {
    for (const user of [userId, otherId]) {
      await addSession(user);
      await addLibrary(user);
    }
    await run(['delete', email]);
    expect(await countOf('users', 'id', userId)).toBe(0);
    expect(await run(['export', `${otherId}@example.com`])).toContain('Bücher');
    for (const table of ['sessions', 'watchlist_entries', 'favorites', 'ratings', 'viewings', 'movie_notes', 'lists']) {
      expect([table, await countOf(table, 'user_id', userId)]).toEqual([table, 0]);
      expect([table, await countOf(table, 'user_id', otherId)]).toEqual([table, 1]);
    }
  });
});

describe('export', () => {
  test('writes a row of every table that there is, times as ISO 8601', async () => {
    await addSession(userId);
    await addLibrary(userId);
    await run(['reset-password', email]);
    const exported = JSON.parse(await run(['export', email])) as Record<string, Record<string, unknown>[]>;
    expect(Object.keys(exported).toSorted()).toEqual(entities.map(({ meta }) => meta.tableName).toSorted());
    expect(Object.values(exported).map((rows) => rows.length)).toEqual(entities.map(() => 1));
    expect(exported['users']?.[0]).toMatchObject({ id: userId, email, createdAt: '2026-11-25T12:00:00+00:00' });
    expect(exported['movie_notes']?.[0]).toMatchObject({ tmdbId: 550, text: 'Bücher & "soap"' });
    expect(exported['list_entries']?.[0]).toMatchObject({ tmdbId: 551 });
  });

  test('writes no hash', async () => {
    await addSession(userId);
    await run(['reset-password', email]);
    const text = await run(['export', email]);
    expect(text).not.toMatch(/hash|secret|\\\\x/i);
  });

  test('writes nothing of others', async () => {
    await addLibrary(otherId);
    expect(await run(['export', email])).not.toContain(otherId);
  });

  test('writes more rows than it reads at once, each once', async () => {
    await sql`
      insert into viewings (id, user_id, tmdb_id, watched_at)
      select gen_random_uuid(), ${userId}::uuid, n, now() from generate_series(1, 4500) as n
    `.execute(orm.em.fork().getKysely());
    const { viewings } = JSON.parse(await run(['export', email])) as { viewings: { tmdbId: number }[] };
    expect(viewings).toHaveLength(4500);
    expect(new Set(viewings.map(({ tmdbId }) => tmdbId)).size).toBe(4500);
  });
});

describe('what can not be done', () => {
  const usage = /^Usage: node dist\/scripts\/users\.js reset-password \| sign-out \| delete \| export EMAIL$/;

  test.each([[[]], [['delete']], [['frobnicate', 'a@example.com']], [['toString', 'a@example.com']]])(
    'the usage is told for %j',
    async (args) => {
      await expect(run(args)).rejects.toThrow(usage);
    },
  );

  test('the usage is told for more than one address', async () => {
    await expect(run(['delete', email, email])).rejects.toThrow(usage);
    expect(await countOf('users', 'id', userId)).toBe(1);
  });

  test('an unknown address is told', async () => {
    const error = new UsersCommandError('No account has the address nobody@example.com.');
    await expect(run(['delete', 'nobody@example.com'])).rejects.toEqual(error);
  });

  test('what is no address is told', async () => {
    await expect(run(['delete', 'nobody'])).rejects.toThrow('"nobody" is not an e-mail address.');
  });
});
