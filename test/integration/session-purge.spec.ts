import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { SessionPurge } from '../../src/auth/session-purge.service.js';
import type { Clock } from '../../src/platform/clock/clock.js';
import { type LibraryRig, startLibraryRig } from '../support/library-rig.js';

const now = new Date('2026-11-25T12:00:00Z');
const clock: Clock = { now: () => now };
const before = new Date(now.getTime() - 1);

let rig: LibraryRig;
let userId: string;

beforeAll(async () => {
  rig = await startLibraryRig();
});

beforeEach(async () => {
  userId = await rig.addUser();
});

afterAll(() => rig.close());

function sessionRow(expiresAt: Date): Record<string, unknown> {
  const times = { created_at: before, last_used_at: before, expires_at: expiresAt, absolute_expires_at: expiresAt };
  return { id: randomUUID(), user_id: userId, family_hash: randomBytes(32), secret_hash: randomBytes(32), ...times };
}

async function countOf(table: string): Promise<number> {
  const [row] = await rig.database.read((em) =>
    em.execute<{ count: string }[]>(`select count(*) as count from ${table} where user_id = ?`, [userId]),
  );
  return Number(row?.count);
}

test('deletes what is over, more than a batch of it, and nothing else', async () => {
  await rig.insertMany(
    'sessions',
    Array.from({ length: 1005 }, () => sessionRow(before)),
  );
  await rig.insert('sessions', sessionRow(now));
  const token = { user_id: userId, purpose: 'PASSWORD_RESET', email: 'a@example.com', created_at: before };
  await rig.insert('one_time_tokens', { ...token, token_hash: randomBytes(32), expires_at: before });
  await rig.insert('one_time_tokens', { ...token, token_hash: randomBytes(32), expires_at: now });
  expect(await new SessionPurge(rig.database, clock).run()).toBe(1006);
  expect([await countOf('sessions'), await countOf('one_time_tokens')]).toEqual([1, 1]);
});

test('is done by one process at a time', async () => {
  await rig.insertMany(
    'sessions',
    Array.from({ length: 500 }, () => sessionRow(before)),
  );
  const purges = Array.from({ length: 5 }, () => new SessionPurge(rig.database, clock).run());
  const deleted = (await Promise.all(purges)).reduce((sum, count) => sum + count, 0);
  expect(deleted).toBe(500);
});

test('is left to another that has begun', async () => {
  await rig.insertMany(
    'sessions',
    Array.from({ length: 3 }, () => sessionRow(before)),
  );
  const [deleted] = await rig.database.write(async (em) => {
    await em.execute('select pg_advisory_xact_lock(7263518205)');
    return [await new SessionPurge(rig.database, clock).run()];
  });
  expect(deleted).toBe(0);
  expect(await countOf('sessions')).toBe(3);
  await new SessionPurge(rig.database, clock).run();
});
