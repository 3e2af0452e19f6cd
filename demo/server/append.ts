import type { ApiRequest } from './api-request.js';
import type { PartBody } from './bodies/movie-parts.js';
import { TmdbError } from './tmdb-error.js';

const MAX_PARTS = 20;

/**
 * The parts that `append_to_response` asks for, by name; unknown names are passed over. Parts that need an account
 * hold the refusal in their place. Throws code 27 for more than 20 names.
 */
export function appendedParts<Owner>(
  owner: Owner,
  parts: Readonly<Record<string, PartBody<Owner>>>,
  request: ApiRequest,
): Record<string, object> {
  const names = (request.query['append_to_response'] ?? '').split(',').filter((name) => name !== '');
  if (names.length > MAX_PARTS) throw new TmdbError(27);
  const appended: Record<string, object> = {};
  for (const name of names) {
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (part !== undefined) appended[name] = bodyOrRefusal(() => part(owner, request));
  }
  return appended;
}

function bodyOrRefusal(body: () => object): object {
  try {
    return body();
  } catch (error) {
    if (error instanceof TmdbError && error.code === 3) return error.body;
    throw error;
  }
}
