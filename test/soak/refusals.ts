import { failed, isLeaking, type Outcome } from '../faults/judge.js';
import type { SoakRequest } from './soak-request.js';

interface Refusal {
  readonly status: number;
  readonly code: string;
}

/** Whether a faulty request was refused for its fault, and for nothing else. */
export function judgeRefusal({ status, code }: Refusal): SoakRequest['judge'] {
  return (answer, secrets) => {
    if (isLeaking(answer.text, secrets)) return failed('leak');
    const codes = codesOf(answer.text);
    if (answer.status === 503) return judgeAway(codes);
    const isRefused = answer.status === status && codes !== null && codes.length > 0;
    if (isRefused && codes.every((each) => each === code)) return { verdict: 'ok' };
    return failed(`HTTP ${answer.status} ${told(codes)} in place of ${status} ${code}`);
  };
}

/** For what may be answered in more ways than one: with data, or with a fault of the client's. */
export function judgeHarmless(name: string): SoakRequest['judge'] {
  return ({ status, text }, secrets) => {
    if (isLeaking(text, secrets)) return failed(`leak after ${name}`);
    const codes = codesOf(text);
    if (status === 503) return judgeAway(codes);
    const isGraphql = text === '' || codes !== null;
    if (status < 500 && isGraphql && codes?.includes('INTERNAL_SERVER_ERROR') !== true) return { verdict: 'ok' };
    return failed(`HTTP ${status} ${told(codes)} after ${name}`);
  };
}

const honest: ReadonlySet<unknown> = new Set([
  'SERVER_OVERLOADED',
  'SERVICE_UNAVAILABLE',
  'UPSTREAM_BUSY',
  'UPSTREAM_UNAVAILABLE',
]);

/** A 503 has to say that something is away, or too much. */
function judgeAway(codes: readonly unknown[] | null): Outcome {
  const isHonest = codes !== null && codes.length > 0 && codes.every((code) => honest.has(code));
  return isHonest ? { verdict: 'clean', reason: told(codes) } : failed(`HTTP 503 ${told(codes)}`);
}

/** Of the errors of an answer; null for what is no answer of GraphQL. */
function codesOf(text: string): unknown[] | null {
  try {
    const body = JSON.parse(text) as { data?: unknown; errors?: readonly { extensions?: { code?: unknown } }[] } | null;
    if (body?.errors === undefined) return body?.data === undefined ? null : [];
    return body.errors.map(({ extensions }) => extensions?.code);
  } catch {
    return null;
  }
}

function told(codes: readonly unknown[] | null): string {
  return codes === null ? 'without GraphQL' : [...new Set(codes)].join(' ') || 'without errors';
}
