import { type Address, exchange } from './exchange.js';
import { failed, judge, type Outcome } from './judge.js';
import type { Kind, LoadRequest } from './requests.js';

/** The app as its readers see it. */
export interface Target extends Address {
  /** What must be in no answer. */
  readonly secrets: readonly string[];
}

/** A request that was sent, and what became of it. */
export interface Sample {
  readonly kind: Kind;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  readonly ms: number;
  readonly outcome: Outcome;
}

/** Sends a request and judges what comes; never rejects. */
export async function send(target: Target, request: LoadRequest): Promise<Sample> {
  const sentAt = Date.now();
  const begun = performance.now();
  const outcome = await exchange(target, request).then(
    (answer) => judge(request, answer, target.secrets),
    (error: NodeJS.ErrnoException) => failed(error.code ?? error.message),
  );
  return { kind: request.kind, sentAt, ms: performance.now() - begun, outcome };
}
