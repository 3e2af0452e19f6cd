import { ArgsType, Field, Int } from '@nestjs/graphql';
import { BadUserInputError } from '../../errors/coded-error.js';
import { ScopeArgs } from '../scope.args.js';
import { decodeCursor, type Position } from './cursor.js';

const afterField = {
  nullable: true,
  description: 'The `endCursor` of the page before; left out, the page is the first.',
} as const;
const firstField = { nullable: true, defaultValue: 20, description: 'How many, 1 to 100.' } as const;

/** The arguments of a connection below the root. */
@ArgsType()
export class PageArgs {
  @Field(() => String, afterField)
  after?: string | null;

  @Field(() => Int, firstField)
  first?: number | null;
}

/** The arguments of a connection at the root. */
@ArgsType()
export class ScopedPageArgs extends ScopeArgs {
  @Field(() => String, afterField)
  after?: string | null;

  @Field(() => Int, firstField)
  first?: number | null;
}

/** How many rows, from where. */
export interface PageRequest {
  readonly first: number;
  readonly start: Position;
  /** Whether the page begins after a cursor. */
  readonly isContinued: boolean;
}

const beginning: Position = { offset: 0, recent: [] };

/** @throws BadUserInputError when `first` is out of range or `after` no cursor. */
export function pageRequestOf(args: Pick<PageArgs, 'after' | 'first'>): PageRequest {
  const first = args.first ?? 20;
  if (first < 1 || first > 100) throw new BadUserInputError(`\`first\` is ${first}; it goes from 1 to 100.`);
  const { after } = args;
  if (typeof after !== 'string') return { first, start: beginning, isContinued: false };
  return { first, start: decodeCursor(after), isContinued: true };
}
