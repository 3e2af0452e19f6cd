import { describe, expect, test } from '@jest/globals';
import { argon2i, hash as argon2Hash } from 'argon2';
import { availableParallelism } from 'node:os';
import type { AppConfig } from '../../config/app-config.js';
import { Gauges } from '../../platform/telemetry/gauges.js';
import { HashingBusyError, PasswordHasher } from './password-hasher.js';

const weak = { memoryKib: 8192, timeCost: 1, parallelism: 1, queueMax: 64, queueWaitMs: 4500 };

function makeHasher(hashing: Partial<AppConfig['hashing']> = {}): PasswordHasher {
  return new PasswordHasher({ hashing: { ...weak, ...hashing } } as AppConfig, new Gauges());
}

describe('PasswordHasher', () => {
  test('hashes with argon2id and the parameters of the configuration, salted', async () => {
    const hasher = makeHasher({ memoryKib: 9000, timeCost: 3, parallelism: 2 });
    const [first, second] = [await hasher.hash('a quiet evening'), await hasher.hash('a quiet evening')];
    expect(first).toMatch(/^\$argon2id\$v=19\$m=9000,p=2,t=3\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(second).not.toBe(first);
  });

  test('knows the right password from a wrong one', async () => {
    const hasher = makeHasher();
    const passwordHash = await hasher.hash('a quiet evening');
    expect(await hasher.verify(passwordHash, 'a quiet evening')).toBe(true);
    expect(await hasher.verify(passwordHash, 'a quiet evening ')).toBe(false);
    expect(await hasher.verify(passwordHash, '')).toBe(false);
  });

  test('takes all spellings of a character for one', async () => {
    const hasher = makeHasher();
    expect(await hasher.verify(await hasher.hash('Zürich bei Nacht'), 'Zu\u0308rich bei Nacht')).toBe(true);
    expect(await hasher.verify(await hasher.hash('ｗｉｄｅ letters here'), 'wide letters here')).toBe(true);
  });

  test('takes no password where there is no account, whatever it is', async () => {
    expect(await makeHasher().verify(null, 'a quiet evening')).toBe(false);
    expect(await makeHasher().verify(null, '')).toBe(false);
  });

  test('hashes for an unknown account as for a known one', async () => {
    // Nothing may wait, so a second one is refused if, and only if, the first one really hashes.
    const hasher = makeHasher({ queueMax: 0 });
    const outcomes = await Promise.allSettled(fill(() => hasher.verify(null, 'a quiet evening')));
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });

  test('takes an old, weaker hash, and says that it wants another', async () => {
    const old = await makeHasher().hash('a quiet evening');
    for (const raised of [{ memoryKib: 8193 }, { timeCost: 2 }, { parallelism: 2 }]) {
      const hasher = makeHasher(raised);
      expect(await hasher.verify(old, 'a quiet evening')).toBe(true);
      expect(hasher.needsRehash(old)).toBe(true);
    }
    expect(makeHasher().needsRehash(old)).toBe(false);
  });

  test('leaves a hash of more effort than asked alone, but none of another kind', async () => {
    const strong = await makeHasher({ memoryKib: 9000, timeCost: 2 }).hash('a quiet evening');
    expect(makeHasher().needsRehash(strong)).toBe(false);
    const other = await argon2Hash('a quiet evening', { type: argon2i, memoryCost: 9000, timeCost: 3, parallelism: 1 });
    expect(makeHasher().needsRehash(other)).toBe(true);
    expect(makeHasher().needsRehash('rubbish')).toBe(true);
    expect(makeHasher().needsRehash(strong.replace('m=9000,p=1,t=2', 'm=9000,t=2,p=1'))).toBe(false);
  });

  test('says when to come again if too many wait', async () => {
    const hasher = makeHasher({ queueMax: 0 });
    const outcomes = await Promise.allSettled(fill(() => hasher.hash('a quiet evening')));
    expect(outcomes.at(-1)).toEqual({ status: 'rejected', reason: new HashingBusyError(5) });
    expect(outcomes.at(-1)).toMatchObject({ reason: { retryAfterSeconds: 5 } });
  });

  test('tells a broken hash from a busy hasher', async () => {
    await expect(makeHasher().verify('rubbish', 'a quiet evening')).rejects.not.toThrow(HashingBusyError);
  });
});

/** One more than may run at a time. */
function fill<T>(start: () => Promise<T>): Promise<T>[] {
  return Array.from({ length: Math.max(1, availableParallelism() - 1) + 1 }, start);
}
