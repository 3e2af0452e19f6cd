/** What is wrong with a field; the values of GraphQL's `InputIssueCode`. */
export type IssueCode = 'REQUIRED' | 'INVALID' | 'TOO_SHORT' | 'TOO_LONG' | 'TOO_WEAK' | 'OUT_OF_RANGE' | 'NOT_FOUND';

/** One fault; `field` is the path from the input on, such as `['input', 'email']`. */
export interface Issue {
  readonly field: readonly string[];
  readonly code: IssueCode;
  readonly message: string;
}

/** The data of GraphQL's `InvalidInputError`. */
export interface InvalidInput {
  readonly __typename: 'InvalidInputError';
  readonly message: string;
  readonly field: readonly string[] | null;
  readonly issues: readonly Issue[];
}

/** Gathers what is wrong with an input, so that all of it is said at once. */
export class InputIssues {
  /** `prefix`: the path of what is checked. */
  constructor(
    private readonly prefix: readonly string[] = ['input'],
    private readonly found: Issue[] = [],
  ) {}

  /** Gives null, so that a check can end with it. */
  add(field: string, code: IssueCode, message: string): null {
    this.found.push({ field: [...this.prefix, field], code, message });
    return null;
  }

  /** A checker of a part of the input that reports here. */
  within(...path: readonly string[]): InputIssues {
    return new InputIssues([...this.prefix, ...path], this.found);
  }

  get all(): readonly Issue[] {
    return this.found;
  }

  /** Null when nothing was wrong. */
  toError(): InvalidInput | null {
    const [first] = this.found;
    if (first === undefined) return null;
    return { __typename: 'InvalidInputError', message: first.message, field: first.field, issues: this.found };
  }
}
