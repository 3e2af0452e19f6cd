import type { FullAnswer, HttpRequest } from '../faults/exchange.js';
import { judge, type Outcome } from '../faults/judge.js';

/** What the long run asks, by what answers it or what is wrong with it. */
export type SoakKind =
  /** By POST, over and over: from the front. */
  | 'hit'
  /** The same, as a browser takes it: with brotli or gzip. */
  | 'compressed'
  /** Each of a body that never came before, so that it is executed; its data are in the process. */
  | 'executed'
  | 'get'
  /** GETs by somebody who has the answer already. */
  | 'unchanged'
  /** By hash, and once in full. */
  | 'persisted'
  /** Never asked before: from TMDb. */
  | 'cold'
  /** By somebody signed in, of what is the same for all. */
  | 'shared'
  | 'account'
  | 'write'
  | 'login'
  | 'live'
  /** A fault of the client's whose answer is known. */
  | 'bad'
  /** Of the corpus of hostile documents and bodies. */
  | 'hostile';

/** A request, and what to say of its answer; `secrets` are never to be in one. */
export interface SoakRequest extends HttpRequest {
  judge(answer: FullAnswer, secrets: readonly string[]): Outcome;
}

/** Data of any shape; what is asked for is looked up in them. */
export type Data = Readonly<Record<string, unknown>>;

export const json = { 'content-type': 'application/json' };
export const preflight = { 'apollo-require-preflight': 'true' };

/** A POST that is to be answered with data like that. */
export function post(
  question: object,
  isAnsweredBy: (data: Data) => boolean,
  headers: Readonly<Record<string, string>> = {},
): SoakRequest {
  return {
    path: '/graphql',
    body: JSON.stringify(question),
    headers: { ...json, ...headers },
    judge: (answer, secrets) => judgeData(answer, secrets, isAnsweredBy),
  };
}

/** As `judge` of the fault suite has it for GraphQL. */
export function judgeData(
  answer: FullAnswer,
  secrets: readonly string[],
  isAnsweredBy: (data: Data) => boolean,
): Outcome {
  const isFilled = (data: unknown): boolean => typeof data === 'object' && data !== null && isAnsweredBy(data as Data);
  return judge({ kind: 'cached', path: '/graphql', body: '', isAnsweredBy: isFilled }, answer, secrets);
}

/** The query string of a GET. */
export function searchOf(parts: Readonly<Record<string, string>>): string {
  return `/graphql?${new URLSearchParams(parts).toString()}`;
}
