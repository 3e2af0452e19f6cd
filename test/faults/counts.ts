import type { Outcome } from './judge.js';
import type { Kind } from './requests.js';
import type { Sample } from './send.js';

/** How many requests of a kind came to what. */
export type Counts = Record<Outcome['verdict'], number>;

/** What became of requests, by kind. */
export function count(samples: readonly Sample[]): Record<Kind, Counts> {
  const none = (): Counts => ({ ok: 0, clean: 0, failed: 0 });
  const counts = { cached: none(), cold: none(), account: none(), login: none(), live: none() };
  for (const { kind, outcome } of samples) counts[kind][outcome.verdict] += 1;
  return counts;
}

/** Why requests were refused or failed, with their kind, and how many. */
export function reasonsOf(samples: readonly Sample[]): Record<string, number> {
  const reasons: Record<string, number> = {};
  for (const { kind, outcome } of samples) {
    if (outcome.verdict === 'ok') continue;
    const reason = `${kind} ${outcome.verdict}: ${outcome.reason}`;
    reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  return reasons;
}

/** Everything together. */
export function total(counts: Readonly<Record<Kind, Counts>>, verdict: Outcome['verdict']): number {
  return Object.values(counts).reduce((sum, each) => sum + each[verdict], 0);
}
