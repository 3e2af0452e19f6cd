import type { BudgetLeft } from './call-budget.js';
import { windowMs } from './call-windows.js';

/** The names of the headers, for CORS. */
export const rateLimitHeaderNames = ['RateLimit', 'RateLimit-Policy'] as const;

/** What an answer says of the budget it was made from, by draft-ietf-httpapi-ratelimit-headers; nothing without one. */
export function rateLimitHeaders(left: BudgetLeft | null): [name: string, value: string][] {
  if (left === null) return [];
  const { limit, remaining, resetSeconds } = left;
  return [
    ['RateLimit-Policy', `"calls";q=${limit};w=${windowMs / 1000}`],
    ['RateLimit', `"calls";r=${remaining};t=${resetSeconds}`],
  ];
}
