import type { CodedError } from '../../errors/coded-error.js';

/** How large a document may be before it is refused unexecuted. */
export const documentLimits = {
  tokens: 1000,
  depth: 12,
  /** Times that one selection set or its fragments may name one field. */
  aliases: 15,
  /** Times that one selection set itself may write one response key: merging them costs, and nobody gains. */
  repeats: 15,
  rootFields: 20,
  /** Directives at one place, such as a field. */
  directives: 10,
  directivesInAll: 50,
  /** What lists inside lists can come to, by their `first`. */
  objects: 20_000,
  /** Calls to TMDb that would be needed if nothing were cached. */
  calls: 60,
  /** Introspection nests deep by nature (`ofType`); it has a bound of its own. */
  introspectionDepth: 24,
  /** `fields`, `inputFields` and their kin, each inside another, multiply the answer. */
  introspectionLists: 4,
} as const;

export type DocumentLimit = keyof typeof documentLimits;

/** The body of a request, in bytes. */
export const bodyLimitBytes = 100_000;

const says: Record<DocumentLimit, string> = {
  tokens: 'has # tokens',
  depth: 'has # levels of fields',
  aliases: 'has # mentions of one field',
  repeats: 'repeats one field # times',
  rootFields: 'has # root fields',
  directives: 'has # directives at one place',
  directivesInAll: 'has # directives',
  objects: 'asks for # objects',
  calls: 'asks for what # calls to the film database may be needed for',
  introspectionDepth: 'has # levels of introspection',
  introspectionLists: 'has # lists inside each other in introspection',
};

export interface LimitBreach {
  readonly limit: DocumentLimit;
  readonly actual: number;
}

/** The message and extensions of a refusal, alike wherever it happens. */
export function describeBreach({ limit, actual }: LimitBreach): {
  message: string;
  extensions: { code: CodedError['code']; limit: DocumentLimit; allowed: number; actual: number };
} {
  const allowed = documentLimits[limit];
  return {
    message: `The document ${says[limit].replace('#', String(actual))}; at most ${allowed} are allowed.`,
    extensions: { code: 'DOCUMENT_LIMIT_EXCEEDED', limit, allowed, actual },
  };
}
