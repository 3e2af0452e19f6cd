import type { z } from 'zod';

/** One environment variable: what `docs/configuration.md` and `.env.example` are checked against. */
export interface Variable {
  readonly schema: z.ZodType;
  readonly meaning: string;
  /** As the documentation shows it; undefined where production needs a value. */
  readonly defaultText: string | undefined;
  /** What to do about a missing or wrong value. */
  readonly remedy: string;
}
