import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { TokenPurpose } from '../../src/auth/one-time-tokens/one-time-token.entity.js';
import { OneTimeTokens } from '../../src/auth/one-time-tokens/one-time-tokens.service.js';
import { UserEntity } from '../../src/users/user.entity.js';
import { type LibraryRig, startLibraryRig } from '../support/library-rig.js';

const minute = 60_000;
const hour = 60 * minute;

let rig: LibraryRig;
let user: UserEntity;
let now: number;
const tokens = new OneTimeTokens({ now: () => new Date(now) });

beforeAll(async () => {
  rig = await startLibraryRig();
});

afterAll(() => rig.close());

beforeEach(async () => {
  now = Date.UTC(2026, 10, 25, 12);
  user = await newUser();
});

async function newUser(): Promise<UserEntity> {
  const id = await rig.addUser();
  const found = await rig.database.read((em) => em.findOne(UserEntity, { id }));
  return found!;
}

const issue = (purpose: TokenPurpose, owner = user): Promise<string> =>
  rig.database.write((em) => tokens.issue(em, owner, purpose));

const redeem = async (text: string, purpose: TokenPurpose): Promise<string | null> =>
  (await rig.database.write((em) => tokens.redeem(em, text, purpose)))?.userId ?? null;

describe('a one-time token', () => {
  test('stands for its account, once', async () => {
    const token = await issue('PASSWORD_RESET');
    expect(await redeem(token, 'PASSWORD_RESET')).toBe(user.id);
    expect(await redeem(token, 'PASSWORD_RESET')).toBeNull();
  });

  test('of twenty uses at once is good for one', async () => {
    const token = await issue('PASSWORD_RESET');
    const found = await Promise.all(Array.from({ length: 20 }, () => redeem(token, 'PASSWORD_RESET')));
    expect(found.filter((id) => id !== null)).toEqual([user.id]);
  });

  test('is not used up where what it was for fails', async () => {
    const token = await issue('PASSWORD_RESET');
    const failing = rig.database.write(async (em) => {
      await tokens.redeem(em, token, 'PASSWORD_RESET');
      throw new TypeError('no');
    });
    await expect(failing).rejects.toThrow(TypeError);
    expect(await redeem(token, 'PASSWORD_RESET')).toBe(user.id);
  });

  test.each([
    ['PASSWORD_RESET', 30 * minute],
    ['EMAIL_VERIFICATION', 24 * hour],
  ] as const)('for %s is good for %i ms and not a moment more', async (purpose, lifetime) => {
    const [late, timely] = [await issue(purpose), await issue(purpose)];
    now += lifetime - 1;
    expect(await redeem(timely, purpose)).toBe(user.id);
    now += 1;
    expect(await redeem(late, purpose)).toBeNull();
  });

  test.each([
    ['PASSWORD_RESET', 'EMAIL_VERIFICATION'],
    ['EMAIL_VERIFICATION', 'PASSWORD_RESET'],
  ] as const)('for %s is none for %s, and still good for its own', async (purpose, other) => {
    const token = await issue(purpose);
    expect(await redeem(token, other)).toBeNull();
    expect(await redeem(token, purpose)).toBe(user.id);
  });

  test('is void once the account has another address', async () => {
    const token = await issue('EMAIL_VERIFICATION');
    const email = `new-${user.email}`;
    await rig.database.write((em) => em.nativeUpdate(UserEntity, { id: user.id }, { email }));
    expect(await redeem(token, 'EMAIL_VERIFICATION')).toBeNull();
  });

  test('goes with its account', async () => {
    const token = await issue('PASSWORD_RESET');
    await rig.remove('users', user.id);
    expect(await redeem(token, 'PASSWORD_RESET')).toBeNull();
  });

  test.each(['', 'x', `m${'a'.repeat(43)}`, 'm'.repeat(45), 'ä'.repeat(44), 'a'.repeat(10_000), "' or true --"])(
    'is not %j',
    async (text) => {
      await issue('PASSWORD_RESET');
      expect(await redeem(text, 'PASSWORD_RESET')).toBeNull();
    },
  );

  test('has 256 random bits and is kept as a hash only', async () => {
    const token = await issue('PASSWORD_RESET');
    expect(Buffer.from(token.slice(1), 'base64url')).toHaveLength(32);
    const { rows } = await rig.database.read((em) =>
      sql<{ row: string }>`select one_time_tokens::text as row from one_time_tokens`.execute(em.getKysely()),
    );
    const kept = rows.map(({ row }) => row).join();
    expect(kept).toContain(user.id);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(Buffer.from(token.slice(1), 'base64url').toString('hex'));
  });
});

describe('finding', () => {
  test('tells whose a token is and how it came, without using it up', async () => {
    const byOperator = await rig.database.write((em) => tokens.issue(em, user, 'PASSWORD_RESET', 'OPERATOR'));
    const byMail = await issue('PASSWORD_RESET');
    const find = (text: string) => rig.database.read((em) => tokens.find(em, text, 'PASSWORD_RESET'));
    expect(await find(byMail)).toEqual({ userId: user.id, email: user.email, channel: 'MAIL' });
    expect(await find(byOperator)).toEqual({ userId: user.id, email: user.email, channel: 'OPERATOR' });
    expect(await find(`m${byOperator.slice(1)}`)).toBeNull();
    expect(await redeem(byMail, 'PASSWORD_RESET')).toBe(user.id);
    expect(await find(byMail)).toBeNull();
  });
});

describe('more than five for one purpose', () => {
  test('end the oldest, and leave those for another', async () => {
    const verification = await issue('EMAIL_VERIFICATION');
    const issued: string[] = [];
    for (let count = 0; count < 6; count += 1) {
      issued.push(await issue('PASSWORD_RESET'));
      now += minute;
    }
    const [oldest = '', ...others] = issued;
    expect(await redeem(oldest, 'PASSWORD_RESET')).toBeNull();
    for (const token of others) expect(await redeem(token, 'PASSWORD_RESET')).toBe(user.id);
    expect(await redeem(verification, 'EMAIL_VERIFICATION')).toBe(user.id);
  });
});

describe('revoking', () => {
  test('voids all of the account, and none of others', async () => {
    const other = await newUser();
    const own = [await issue('PASSWORD_RESET'), await issue('EMAIL_VERIFICATION')] as const;
    const others = await issue('PASSWORD_RESET', other);
    await rig.database.write((em) => tokens.revoke(em, user.id));
    expect(await redeem(own[0], 'PASSWORD_RESET')).toBeNull();
    expect(await redeem(own[1], 'EMAIL_VERIFICATION')).toBeNull();
    expect(await redeem(others, 'PASSWORD_RESET')).toBe(other.id);
  });
});
