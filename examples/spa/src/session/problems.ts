import type { InputIssueCode } from '../generated/graphql.js';
import type { Messages } from '../locale/messages.js';

export const fields = ['email', 'password'] as const;
export type Field = (typeof fields)[number];

/** What is wrong with a form: by field, and beside all fields. */
export interface Problems {
  readonly byField: Readonly<Partial<Record<Field, string>>>;
  readonly other: string | null;
}

/** Any member of a result's union that is no success. */
interface Refusal {
  readonly __typename: string;
  readonly message: string;
  readonly field?: readonly string[] | null;
  readonly issues?: readonly {
    readonly field: readonly string[];
    readonly code: InputIssueCode;
    readonly message: string;
  }[];
}

/** Sorts the errors of a result by the fields that they name, such as `["input", "email"]`. */
export function readProblems(refusal: Refusal, messages: Messages): Problems {
  const told =
    refusal.issues?.map(({ field, code, message }) => [fieldOf(field), messages.issue(code, message)] as const) ??
    ([[fieldOf(refusal.field), messages.userError(refusal.__typename, refusal.message)]] as const);
  const byField: Partial<Record<Field, string>> = {};
  let other: string | null = null;
  for (const [field, text] of told) {
    if (field === undefined) other ??= text;
    else byField[field] ??= text;
  }
  return { byField, other };
}

function fieldOf(path: readonly string[] | null | undefined): Field | undefined {
  const last = path?.at(-1);
  return last === 'newPassword' ? 'password' : fields.find((field) => field === last);
}
