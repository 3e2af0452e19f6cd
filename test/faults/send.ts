import { Agent, request as httpRequest } from 'node:http';
import { failed, type HttpAnswer, judge, type Outcome } from './judge.js';
import type { Kind, LoadRequest } from './requests.js';

/** The app as its readers see it. */
export interface Target {
  readonly host: string;
  readonly port: number;
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

/** A reader waits no longer. */
export const readerTimeoutMs = 5000;

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

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

function exchange({ host, port }: Target, { path, body, headers }: LoadRequest): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(readerTimeoutMs);
    const method = body === undefined ? 'GET' : 'POST';
    const sent = httpRequest({ agent, host, port, path, method, signal, headers: { ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
