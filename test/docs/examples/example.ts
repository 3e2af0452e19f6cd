import { type Block, blocksOf } from '../blocks.js';
import type { DocumentedRequest } from './documented-request.js';
import { requestOf } from './request-of.js';

/** Before a request that a document shows for its form alone. */
const notAsked = 'Shown, not asked.';

/** A request that a document shows, and the answer it promises. */
export interface Example {
  /** Such as `README.md:24`. */
  readonly place: string;
  readonly request: DocumentedRequest;
  /** What is promised: JSON, or HTTP with the head of the answer. */
  readonly answer: Block;
}

interface ShownRequest {
  readonly block: Block;
  readonly variables?: Block;
  readonly answer?: Block;
}

export function examplesOf(file: string, markdown: string): Example[] {
  return requestsOf(markdown).flatMap(({ block, variables, answer }) =>
    answer === undefined ? [] : [{ place: `${file}:${block.firstLine}`, request: requestOf(block, variables), answer }],
  );
}

/** The requests that have no answer and do not say why. */
export function unansweredOf(markdown: string): Block[] {
  const shown = requestsOf(markdown).filter(({ answer }) => answer === undefined);
  return shown.map(({ block }) => block).filter(({ lead }) => lead !== notAsked);
}

/** Requests are operations and `curl`; fragments by themselves are none. */
function requestsOf(markdown: string): ShownRequest[] {
  const blocks = blocksOf(markdown);
  const lines = markdown.split('\n');
  return blocks.flatMap((block, at) => {
    if (!isRequest(block)) return [];
    const [next, afterNext] = blocks.slice(at + 1);
    const variables = next?.language === 'json' && next.remark === 'variables' ? next : undefined;
    const answer = variables === undefined ? next : afterNext;
    const isPromised =
      answer !== undefined &&
      ['json', 'http'].includes(answer.language) &&
      isNear(lines.slice((variables ?? block).lastLine, answer.firstLine - 1));
    return [{ block, ...(variables && { variables }), ...(isPromised && { answer }) }];
  });
}

function isRequest({ language, text }: Block): boolean {
  return language === 'graphql'
    ? !/^\s*fragment\b/.test(text) || /^(query|mutation|\{)/m.test(text)
    : /^curl /m.test(text);
}

/** An answer may have a few words before it, and no heading. */
function isNear(between: readonly string[]): boolean {
  return between.length <= 5 && !between.some((line) => line.startsWith('#'));
}
