import type { LoadRequest } from './requests.js';

/** An HTTP answer as it came. */
export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * What became of a request: `ok`, what was asked for; `clean`, a refusal that says honestly what is away; `failed`,
 * anything else, and why.
 */
export type Outcome =
  | { readonly verdict: 'ok' }
  | { readonly verdict: 'clean'; readonly reason: string }
  | { readonly verdict: 'failed'; readonly reason: string };

interface GraphqlBody {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[];
}

/** What docs/errors.md says of things that are away for now. */
const cleanCodes: ReadonlySet<unknown> = new Set([
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_BUSY',
  'SERVICE_UNAVAILABLE',
  'SERVER_OVERLOADED',
]);

/** Traces of a stack, of an address inside, or of what a library says: no reader has to see any of them. */
const leaks =
  /node_modules|file:\/\/|\n\s+at |\.[jt]s:\d+|ECONN|ETIMEDOUT|EPIPE|127\.0\.0\.1|localhost|redis:|postgres|api_key/i;

/** Judges an answer; `secrets` are never to be in one. */
export function judge(request: LoadRequest, { status, text }: HttpAnswer, secrets: readonly string[]): Outcome {
  if (isLeaking(text, secrets)) return failed('leak');
  const body = parse(text);
  if (body === undefined) return failed(`HTTP ${status} without JSON`);
  if (request.body === undefined) return status === 200 && request.isAnsweredBy(body) ? ok : failed(`HTTP ${status}`);
  if (body.errors !== undefined) return judgeErrors(status, body.errors);
  if (status !== 200) return failed(`HTTP ${status}`);
  if (request.kind === 'login' && isTooMany(body.data)) return { verdict: 'clean', reason: 'TooManyAttemptsError' };
  return request.isAnsweredBy(body.data) ? ok : failed('an answer to something else');
}

/** Whether a text tells what no reader has to see. */
export function isLeaking(text: string, secrets: readonly string[]): boolean {
  return leaks.test(text) || secrets.some((secret) => text.includes(secret));
}

/** What came in place of an answer, such as a timeout. */
export function failed(reason: string): Outcome {
  return { verdict: 'failed', reason };
}

const ok: Outcome = { verdict: 'ok' };

function judgeErrors(status: number, errors: NonNullable<GraphqlBody['errors']>): Outcome {
  const codes = errors.map(({ extensions }) => extensions?.code);
  const reason = [...new Set(codes.map((code) => (typeof code === 'string' ? code : 'no code')))].join(' ');
  const isClean = codes.length > 0 && codes.every((code) => cleanCodes.has(code));
  if (isClean && (status === 200 || status === 503)) return { verdict: 'clean', reason };
  return failed(`HTTP ${status} ${reason}`);
}

function isTooMany(data: unknown): boolean {
  return (data as { login?: { __typename?: unknown } } | null)?.login?.__typename === 'TooManyAttemptsError';
}

/** Undefined for what is not a JSON object. */
function parse(text: string): GraphqlBody | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
