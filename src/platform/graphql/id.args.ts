import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { BadUserInputError } from '../errors/coded-error.js';
import { tmdbIdOf } from './nodes/global-id.js';
import { ScopeArgs } from './scope.args.js';

/** Names one thing by its global ID or by TMDb's number: exactly one of them. */
@ArgsType()
export class IdArgs extends ScopeArgs {
  @Field(() => ID, { nullable: true, description: 'The global ID. Give exactly one way of naming it.' })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The number at TMDb, such as `550`.' })
  tmdbId?: number | null;
}

/** As `IdArgs`, or by the ID at IMDb. */
@ArgsType()
export class IdOrImdbIdArgs extends IdArgs {
  @Field(() => String, { nullable: true, description: 'The ID at IMDb, such as `tt0137523` or `nm0000093`.' })
  imdbId?: string | null;
}

/**
 * TMDb's number of the thing that is named; null where no thing can have it.
 *
 * @throws BadUserInputError unless exactly one argument is given, or when the ID is not one of the type.
 */
export function namedTmdbId(args: IdArgs, type: string): number | null {
  requireExactlyOne({ id: args.id, tmdbId: args.tmdbId });
  if (typeof args.id === 'string') return tmdbIdOf(args.id, type);
  return typeof args.tmdbId === 'number' && args.tmdbId > 0 ? args.tmdbId : null;
}

/** @throws BadUserInputError unless exactly one of the arguments is given. */
export function requireExactlyOne(args: Readonly<Record<string, unknown>>): void {
  const names = Object.keys(args).map((name) => `\`${name}\``);
  const given = Object.entries(args).filter(([, value]) => value !== null && value !== undefined);
  if (given.length === 1) return;
  const allowed = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
  throw new BadUserInputError(
    `Give exactly one of ${allowed}; ${given.length === 0 ? 'none was' : `${given.length} were`} given.`,
  );
}
