import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { sql } from 'kysely';
import type { OpenSession } from '../../src/auth/sessions/sessions.service.js';
import { SessionsService } from '../../src/auth/sessions/sessions.service.js';
import type { AppConfig } from '../../src/config/app-config.js';
import type { Database } from '../../src/platform/database/database.service.js';
import { type LibraryRig, startLibraryRig } from '../support/library-rig.js';

const second = 1000;
const day = 86_400 * second;
const oldKey = 'the old key of a test, 32 bytes...';
const newKey = 'the new key of a test, 32 bytes...';

let rig: LibraryRig;
let sessions: SessionsService;
let userId: string;
let now: number;
const warn = jest.spyOn(Logger.prototype, 'warn');

beforeAll(async () => {
  rig = await startLibraryRig();
});

afterAll(() => rig.close());

beforeEach(async () => {
  now = Date.UTC(2026, 10, 25, 12);
  userId = await rig.addUser();
  sessions = withKeys(oldKey);
  warn.mockReset().mockImplementation(() => undefined);
});

afterEach(() => {
  now = 0;
});

function withKeys(jwtSecret: string, previousJwtSecret?: string, database: Database = rig.database): SessionsService {
  const config = { auth: { jwtSecret, previousJwtSecret } } as AppConfig;
  return new SessionsService(database, { now: () => new Date(now) }, config);
}

const start = (owner = userId): Promise<OpenSession> =>
  rig.database.write((em) => sessions.start(em, owner, 'curl/8.14.1'));

/** The next token; fails where there is none. */
async function next(token: string, service = sessions): Promise<string> {
  const open = await service.rotate(token);
  return open!.refreshToken;
}

const isOver = async ({ session }: OpenSession): Promise<boolean> =>
  (await sessions.find(session.userId, session.id)) === null;

describe('A refresh token', () => {
  test('is kept as hashes alone', async () => {
    const { refreshToken } = await start();
    await next(refreshToken);
    const bytes = Buffer.from(refreshToken, 'base64url');
    const { rows } = await rig.database.read((em) =>
      sql`select sessions::text from sessions where user_id = ${userId}`.execute(em.getKysely()),
    );
    const kept = JSON.stringify(rows);
    expect(kept).toContain('curl');
    for (const part of [bytes, bytes.subarray(0, 16), bytes.subarray(16)]) {
      expect(kept).not.toContain(part.toString('hex'));
      expect(kept).not.toContain(part.toString('base64url'));
    }
  });

  test('is followed by another at each use, and the session goes on', async () => {
    const first = await start();
    now += 20 * 60 * second;
    const later = await sessions.rotate(first.refreshToken);
    expect(later?.refreshToken).toMatch(/^[\w-]{64}$/);
    expect(later?.refreshToken).not.toBe(first.refreshToken);
    expect(later?.session).toMatchObject({
      id: first.session.id,
      userId,
      createdAt: first.session.createdAt,
      lastUsedAt: new Date(now),
      expiresAt: new Date(now + 30 * day),
      absoluteExpiresAt: first.session.absoluteExpiresAt,
    });
    now += 20 * 60 * second;
    expect(await next(later!.refreshToken)).toMatch(/^[\w-]{64}$/);
  });

  test.each(['', 'x', 'A'.repeat(64), 'A'.repeat(65), `${'A'.repeat(63)}=`, ' '.repeat(64), 'é'.repeat(64)])(
    'that is none of ours is over: %j',
    async (text) => {
      const open = await start();
      expect(await sessions.rotate(text)).toBeNull();
      expect(await isOver(open)).toBe(false);
    },
  );
});

describe('A refresh token that comes again', () => {
  test('within 10 seconds gets the same answer: it may have been lost', async () => {
    const { refreshToken } = await start();
    const successor = await next(refreshToken);
    now += 10 * second;
    expect(await next(refreshToken)).toBe(successor);
    expect(await next(refreshToken)).toBe(successor);
    expect(await next(successor)).not.toBe(successor);
  });

  test('does not move the time of its use', async () => {
    const { refreshToken } = await start();
    const used = await sessions.rotate(refreshToken);
    now += 10 * second;
    expect((await sessions.rotate(refreshToken))?.session).toEqual(used?.session);
    now += 1;
    expect(await sessions.rotate(refreshToken)).toBeNull();
  });

  test('after 10 seconds ends the session, for its owner too', async () => {
    const open = await start();
    const successor = await next(open.refreshToken);
    now += 10 * second + 1;
    expect(await sessions.rotate(open.refreshToken)).toBeNull();
    expect(await isOver(open)).toBe(true);
    expect(await sessions.rotate(successor)).toBeNull();
  });

  test('is logged, without a token', async () => {
    const open = await start();
    await next(await next(open.refreshToken));
    await sessions.rotate(open.refreshToken);
    expect(warn.mock.calls).toEqual([[{ sessionId: open.session.id }, expect.stringContaining('ended')]]);
  });

  test('from before the previous one ends the session at once', async () => {
    const open = await start();
    const successor = await next(open.refreshToken);
    const third = await next(successor);
    expect(await sessions.rotate(open.refreshToken)).toBeNull();
    expect(await isOver(open)).toBe(true);
    expect(await sessions.rotate(third)).toBeNull();
  });

  test('with a secret that never was ends the session: somebody had one of its family', async () => {
    const open = await start();
    const guess = Buffer.from(open.refreshToken, 'base64url').fill(7, 16).toString('base64url');
    expect(await sessions.rotate(guess)).toBeNull();
    expect(await isOver(open)).toBe(true);
  });

  test('leaves other sessions of the account alone', async () => {
    const [open, other] = [await start(), await start()];
    await next(await next(open.refreshToken));
    await sessions.rotate(open.refreshToken);
    expect([await isOver(open), await isOver(other)]).toEqual([true, false]);
  });
});

describe('Twenty at once', () => {
  const twenty = (token: string): Promise<(OpenSession | null)[]> =>
    Promise.all(Array.from({ length: 20 }, () => sessions.rotate(token)));

  test('with the present token all get the same successor', async () => {
    const open = await start();
    const tokens = (await twenty(open.refreshToken)).map((answer) => answer?.refreshToken);
    expect(new Set(tokens).size).toBe(1);
    expect(await next(tokens[0]!)).toMatch(/^[\w-]{64}$/);
  });

  test('with a token used up long ago all get nothing, and the session is over', async () => {
    const open = await start();
    const successor = await next(open.refreshToken);
    now += 11 * second;
    expect(new Set(await twenty(open.refreshToken))).toEqual(new Set([null]));
    expect(await sessions.rotate(successor)).toBeNull();
  });

  test('half with the present token and half with one of long ago end the session, whoever comes first', async () => {
    const open = await start();
    const present = await next(open.refreshToken);
    now += 11 * second;
    await Promise.all(
      [...Array(10).fill(open.refreshToken), ...Array(10).fill(present)].map((it) => sessions.rotate(it)),
    );
    expect(await isOver(open)).toBe(true);
  });
});

describe('A save that fails', () => {
  test('leaves the token good, however late it comes again', async () => {
    const open = await start();
    const failing = {
      writeRepeatable: (work: Parameters<Database['writeRepeatable']>[0]) =>
        rig.database.writeRepeatable(async (em) => {
          expect(await work(em)).not.toBeNull();
          throw new TypeError('The disk is full');
        }),
    } as unknown as Database;
    await expect(withKeys(oldKey, undefined, failing).rotate(open.refreshToken)).rejects.toThrow('disk');
    now += 60 * second;
    expect(await next(open.refreshToken)).toMatch(/^[\w-]{64}$/);
    expect(warn).not.toHaveBeenCalled();
  });

  test('of a new session leaves none', async () => {
    const failing = rig.database.write(async (em) => {
      await sessions.start(em, userId, undefined);
      throw new TypeError('no');
    });
    await expect(failing).rejects.toThrow(TypeError);
    expect(await sessions.list(userId)).toEqual([]);
  });
});

describe('A session that was ended', () => {
  test('by its owner has no more tokens', async () => {
    const open = await start();
    expect(await sessions.end(userId, open.session.id)).toBe(true);
    expect(await sessions.rotate(open.refreshToken)).toBeNull();
    expect(await sessions.end(userId, open.session.id)).toBe(false);
  });

  test('can not be ended by another account', async () => {
    const open = await start();
    expect(await sessions.end(await rig.addUser(), open.session.id)).toBe(false);
    expect(await isOver(open)).toBe(false);
  });

  test.each(['the present', 'a used-up'])('by %s token has no more tokens', async (which) => {
    const open = await start();
    const present = await next(open.refreshToken);
    now += 60 * second;
    expect(await sessions.endByToken(which === 'the present' ? present : open.refreshToken)).toBe(true);
    expect(await sessions.rotate(present)).toBeNull();
    expect(await sessions.endByToken(present)).toBe(false);
  });

  test('with all of its account leaves those of others', async () => {
    const [one, two, others] = [await start(), await start(), await start(await rig.addUser())];
    expect(await rig.database.write((em) => sessions.endAll(em, userId))).toBe(2);
    expect(await Promise.all([one, two, others].map(isOver))).toEqual([true, true, false]);
  });
});

describe('Time', () => {
  test('ends a session after 30 days without use', async () => {
    const [used, unused] = [await start(), await start()];
    now += 30 * day - 1;
    expect(await sessions.rotate(used.refreshToken)).not.toBeNull();
    expect(await isOver(unused)).toBe(false);
    now += 1;
    expect(await sessions.rotate(unused.refreshToken)).toBeNull();
    expect(await isOver(unused)).toBe(true);
  });

  test('ends a session after 90 days however often it is used', async () => {
    const open = await start();
    let token = open.refreshToken;
    for (let days = 0; days < 87; days += 29) {
      now += 29 * day;
      token = await next(token);
    }
    const [session] = await sessions.list(userId);
    expect(session?.expiresAt).toEqual(new Date(open.session.createdAt.getTime() + 90 * day));
    now += 3 * day - 1;
    token = await next(token);
    now += 1;
    expect(await sessions.rotate(token)).toBeNull();
    expect(await sessions.list(userId)).toEqual([]);
  });
});

describe('A change of keys', () => {
  test('goes unnoticed while the former key is known', async () => {
    const { refreshToken } = await start();
    const successor = await next(refreshToken);
    const changed = withKeys(newKey, oldKey);
    expect(await next(refreshToken, changed)).toBe(successor);
    const third = await next(successor, changed);
    expect(await next(successor, changed)).toBe(third);
    expect(await next(third, withKeys(newKey))).toMatch(/^[\w-]{64}$/);
  });

  test('without the former key loses the answer that was lost, not the session', async () => {
    const open = await start();
    const successor = await next(open.refreshToken);
    expect(await withKeys(newKey).rotate(open.refreshToken)).toBeNull();
    expect(await next(successor, withKeys(newKey))).toMatch(/^[\w-]{64}$/);
  });
});

describe('The sessions of an account', () => {
  test('are listed with the last used first, and without those that are over', async () => {
    const over = await start();
    now += 29 * day;
    const [first, later] = [await start(), await start()];
    now += 2 * day;
    await next(first.refreshToken);
    expect((await sessions.list(userId)).map(({ id }) => id)).toEqual([first.session.id, later.session.id]);
    expect(await isOver(over)).toBe(true);
  });

  test('are a hundred at most: the one used least lately makes room', async () => {
    const [oldest, used] = [await start(), await start()];
    now += second;
    await next(used.refreshToken);
    for (let count = 2; count < 100; count += 1) await start();
    expect(await sessions.list(userId)).toHaveLength(100);
    const newest = await start();
    expect(await sessions.list(userId)).toHaveLength(100);
    expect(await Promise.all([oldest, used, newest].map(isOver))).toEqual([true, false, false]);
  });

  test('keep the newest though all are of one instant', async () => {
    for (let count = 0; count < 110; count += 1) expect(await isOver(await start())).toBe(false);
    expect(await sessions.list(userId)).toHaveLength(100);
  });
});
