import { total } from './counts.js';
import type { FaultResult } from './run-fault.js';
import { readerTimeoutMs } from './exchange.js';

const coldWithinMs = 3500;

/** What was promised of every fault and did not hold, in words; nothing of it hangs on how fast the machine is. */
export function missedCounts({ fault, counts, wellAgainMs, isRunning }: FaultResult): string[] {
  const { cached, cold, account, login, live } = counts;
  const refused = account.clean + login.clean;
  return told(
    [total(counts, 'failed') > 0, `${total(counts, 'failed')} requests failed`],
    [cached.clean > 0, `${cached.clean} cached reads were refused`],
    [refused > 0 && !fault.takesAccounts, `${refused} account reads were refused though PostgreSQL was there`],
    [live.clean > 0, `${live.clean} looks at liveness were refused`],
    [wellAgainMs === null, 'it never was well again'],
    [!isRunning, 'the process ended'],
    ...fault.refuses.map(
      (kind) => [counts[kind].clean === 0, `no ${kind} read was refused: it was not there`] as const,
    ),
    // Of nothing, nothing can be said.
    [[cached, cold, account, live].some(({ ok, clean }) => ok + clean === 0), 'nothing of some kind was answered'],
  );
}

/** The same for what takes time. */
export function missedTimes({ fault, cachedP99Ms, slowestColdMs, slowestMs, wellAgainMs }: FaultResult): string[] {
  return told(
    [cachedP99Ms > fault.cachedP99Ms, `p99 of cached reads ${ms(cachedP99Ms)}, at most ${ms(fault.cachedP99Ms)}`],
    [slowestColdMs > coldWithinMs, `a cold read took ${ms(slowestColdMs)}, at most ${ms(coldWithinMs)}`],
    [slowestMs > readerTimeoutMs, `a request took ${ms(slowestMs)}, at most ${ms(readerTimeoutMs)}`],
    [
      (wellAgainMs ?? 0) > fault.wellAgainWithinMs,
      `well again after ${ms(wellAgainMs ?? 0)}, at most ${ms(fault.wellAgainWithinMs)}`,
    ],
  );
}

function told(...goals: readonly (readonly [isMissed: boolean, words: string])[]): string[] {
  return goals.filter(([isMissed]) => isMissed).map(([, words]) => words);
}

function ms(value: number): string {
  return `${Math.round(value)} ms`;
}
