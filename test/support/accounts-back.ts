import { setTimeout as delay } from 'node:timers/promises';
import type { Account } from './accounts.js';

/** Five seconds are promised; a machine that is busy with other tests gets some more. */
export const backWithinMs = 15_000;

/** Waits until accounts are served again. @throws when that takes too long. */
export async function untilBack(account: Account): Promise<void> {
  const giveUpAt = Date.now() + backWithinMs;
  for (;;) {
    const { data } = await account.ask('{ viewer { email } }');
    if (data?.viewer?.email === account.email) return;
    if (Date.now() > giveUpAt) throw new Error(`Accounts are not back within ${backWithinMs / 1000} s.`);
    await delay(50);
  }
}
