import { toGlobalId } from '../platform/graphql/nodes/global-id.js';
import type { Scope } from '../platform/locale/locale.js';
import type { Keyword } from './keyword.model.js';

/** What is cached of a keyword. */
export interface KeywordName {
  readonly tmdbId: number;
  readonly name: string;
}

export function toKeyword({ tmdbId, name }: KeywordName, scope: Scope): Keyword {
  return { __typename: 'Keyword', id: toGlobalId('Keyword', tmdbId), tmdbId, name, scope };
}
