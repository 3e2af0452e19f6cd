import { describeBreach, documentLimits } from '../../graphql/limits/limits.js';
import { countTokens } from '../../graphql/limits/token-count.js';
import type { Refusal } from '../refusals.js';
import { isObject, type RequestParts } from './asked.js';

/**
 * Why the parts of a request can't be asked: what Apollo would answer as a fault of the server, in words about itself
 * or without a number, such as persisted-query parts that are none, and documents of too many tokens. Undefined for
 * what may go on to it.
 */
export function checkParts({ query, extensions }: RequestParts): Refusal | undefined {
  if (!isPersistedQueryUsable(extensions)) {
    return {
      status: 400,
      code: 'BAD_REQUEST',
      message: '`extensions.persistedQuery` takes `version: 1` and a SHA-256 `sha256Hash` in hex.',
    };
  }
  // A token takes at least a character, so a short document needs no count.
  const isLong = typeof query === 'string' && query.length > documentLimits.tokens;
  const tokens = isLong ? countTokens(query) : 0;
  if (tokens <= documentLimits.tokens) return undefined;
  const { message, extensions: details } = describeBreach({ limit: 'tokens', actual: tokens });
  return { status: 400, code: details.code, message, details };
}

function isPersistedQueryUsable(extensions: unknown): boolean {
  if (!isObject(extensions)) return true;
  const { persistedQuery } = extensions;
  if (persistedQuery === undefined || persistedQuery === null) return true;
  if (!isObject(persistedQuery)) return false;
  const { version, sha256Hash } = persistedQuery;
  return version === 1 && typeof sha256Hash === 'string' && /^[0-9a-f]{64}$/.test(sha256Hash);
}
