import { isObject } from '../../graphql/documents/document-of.js';
import type { KnownOperation } from '../../graphql/execution/known-documents.js';
import type { GraphqlContext } from '../../graphql/graphql-context.js';
import type { Question } from './read-question.js';
import type { Variant } from './variant.js';

/** A question on its way to an answer. */
export interface Job {
  readonly question: Question;
  readonly variant: Variant;
  /** What tells it from all that may be answered otherwise; null for what is answered for itself alone. */
  readonly key: string | null;
  readonly asked: Asked | null;
  readonly context: GraphqlContext;
  /** What others wait for while this one is at it: called once it is given up. */
  readonly onGivenUp: (() => void)[];
}

/** What is asked, as far as it is plain: everything else is left to Apollo, which says what is wrong with it. */
export interface Asked {
  readonly text: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Null where anything is unusual. */
export function askedOf(text: string | null, question: Question): Asked | null {
  const { operationName = null, variables, extensions } = question;
  const isNamed = operationName === null || (typeof operationName === 'string' && /^[_A-Za-z]\w*$/.test(operationName));
  if (text === null || !isNamed || !isObjectOrNone(variables) || !isObjectOrNone(extensions)) return null;
  return { text, operationName, variables: variables ?? {} };
}

function isObjectOrNone(value: unknown): value is Readonly<Record<string, unknown>> | null | undefined {
  return value === undefined || value === null || isObject(value);
}

/** Whoever sends a text with its hash wants it to be known from then on, which an answer that is kept would not do. */
export function isRegistering({ question: { admission } }: Job): boolean {
  return admission.kind === 'text' && admission.hash !== undefined;
}

/** The key by which others wait for the answer, where it is the same for whoever asks meanwhile; else null. */
export function sharedKeyOf({ key, context }: Job, known: KnownOperation): string | null {
  return context.credentials === null && known.isQuery && !known.touchesViewer ? key : null;
}

/** A client that goes away takes its calls upstream along, so that its answer says nothing of the others'. */
export function landingOf({ context: { res } }: Job): 'alone' | 'gone' {
  return res.destroyed ? 'gone' : 'alone';
}
