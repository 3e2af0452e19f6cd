/** The data of a `UserError` by which a change is refused; the names of its types are those of the schema. */
export interface ChangeError {
  readonly __typename: 'MovieNotFoundError' | 'ListNotFoundError' | 'EntryNotFoundError' | 'LimitReachedError';
  readonly message: string;
  readonly field: readonly string[] | null;
  /** Of `LimitReachedError`: how many there can be. */
  readonly limit?: number;
}

/** Why a change is not made. A class, so that it is told from what comes of a change that was. */
export class Refusal {
  constructor(private readonly error: ChangeError) {}

  static movieNotFound(field: string): Refusal {
    return new Refusal({
      __typename: 'MovieNotFoundError',
      message: 'There is no such film.',
      field: [field],
    });
  }

  /** The same for a list of somebody else and for one that never was. */
  static listNotFound(): Refusal {
    return new Refusal({
      __typename: 'ListNotFoundError',
      message: 'You have no such list.',
      field: ['listId'],
    });
  }

  /** The same for an entry of another list and for one that never was. */
  static entryNotFound(field: string): Refusal {
    return new Refusal({
      __typename: 'EntryNotFoundError',
      message: 'The list has no such entry.',
      field: [field],
    });
  }

  static limitReached(what: string, limit: number): Refusal {
    return new Refusal({
      __typename: 'LimitReachedError',
      message: `There can be at most ${limit.toLocaleString('en-US')} ${what}; remove some first.`,
      field: null,
      limit,
    });
  }

  /** `path`: where the input of the change stands. */
  toError(path: readonly string[]): ChangeError {
    const { field } = this.error;
    return { ...this.error, field: field && [...path, ...field] };
  }
}
