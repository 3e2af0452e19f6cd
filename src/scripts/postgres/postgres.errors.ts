/** PostgreSQL can not be started here. The message says why, and what to do about it. */
export class PostgresStartError extends Error {
  override readonly name = 'PostgresStartError';
  /** What to do about it: a sentence. */
  readonly remedy: string;

  constructor(reason: string, options: ErrorOptions & { readonly remedy?: string } = {}) {
    const remedy = options.remedy ?? 'Set DATABASE_URL to a PostgreSQL of yours.';
    super(`${reason} ${remedy}`, options);
    this.remedy = remedy;
  }
}
