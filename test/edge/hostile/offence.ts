import { insides } from '../../e2e/client-fault.js';
import type { Api } from '../../support/api.js';
import type { Attack } from './attack.js';

const atOnce = 16;
const slowestMs = 2000;

/** Words of what is underneath, which no answer may hold. */
const leaks: readonly RegExp[] = [
  insides,
  /\n\s+at /,
  /node:internal|\/(src|dist|home|usr|tmp|work|app)\//,
  /\/3\//,
  /stacktrace|JWT_SECRET|postgres(ql)?:|x{32}[^x]|password authentication/,
  /\b(select|insert|update|delete)\b.+\b(from|into|set)\b.+"|relation "|duplicate key|invalid byte sequence/i,
];

/** Tries all, some at a time, and names those that are at fault with their offence. */
export async function inTurns<T extends { readonly name: string }>(
  tried: readonly T[],
  offenceOfOne: (one: T) => Promise<string | null>,
): Promise<string[]> {
  const offenders: string[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let one = tried[next++]; one !== undefined; one = tried[next++]) {
      const offence = await offenceOfOne(one);
      if (offence !== null) offenders.push(`${one.name}: ${offence}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return offenders;
}

/** Why the answer to a request is none that a client may get, or null. */
export async function offenceOf(api: Api, attack: Attack): Promise<string | null> {
  const offence = await tryOnce(api, attack);
  // A busy machine is slow once; what is slow by itself is so again.
  return offence?.startsWith('took') ? tryOnce(api, attack) : offence;
}

async function tryOnce(api: Api, { method = 'POST', body, headers, search }: Attack): Promise<string | null> {
  const askedAt = performance.now();
  try {
    const response = await fetch(search === undefined ? api.url : `${api.url}?${search}`, {
      method,
      headers: { ...(method === 'POST' && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(10_000),
    });
    const text = await response.text();
    const tookMs = performance.now() - askedAt;
    return judge(response.status, text) ?? (tookMs > slowestMs ? `took ${Math.round(tookMs)} ms` : null);
  } catch (error) {
    return `no answer: ${String(error instanceof Error ? (error.cause ?? error) : error)}`;
  }
}

function judge(status: number, text: string): string | null {
  const start = text.slice(0, 300);
  if (status >= 500 && !(status === 503 && text.includes('SERVICE_UNAVAILABLE'))) return `HTTP ${status} ${start}`;
  if (text.includes('INTERNAL_SERVER_ERROR')) return start;
  const leak = leakIn(text);
  if (leak !== null) return `leaks ${JSON.stringify(leak)} in ${start}`;
  return isGraphql(text) ? null : `no GraphQL: HTTP ${status} ${start}`;
}

export function leakIn(text: string): string | null {
  for (const pattern of leaks) {
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) return found;
  }
  return null;
}

function isGraphql(text: string): boolean {
  if (text === '') return true;
  try {
    const answer = JSON.parse(text) as { data?: unknown; errors?: unknown } | null;
    return answer?.data !== undefined || Array.isArray(answer?.errors);
  } catch {
    return false;
  }
}
