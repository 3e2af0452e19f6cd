/** The parts of a request, as they came: by the body of a POST, or the query string of a GET. */
export interface RequestParts {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
}

export type NamedDocument =
  /** Names no document: for whoever shows pages, or refuses in words of its own. */
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  /** Whether a text beside the hash is that of the hash, nobody has looked yet. */
  | { readonly kind: 'hash'; readonly hash: string; readonly text?: string }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * How a request names its document: by its text, by the SHA-256 of its text (64 hex digits in lower case), or both. The
 * hash is `documentId`, with or without `sha256:` (GraphQL over HTTP), or `extensions.persistedQuery.sha256Hash` (Apollo);
 * given twice, it has to be the same. Upper case is refused, so that a document has one name in every cache.
 */
export function documentOf({ query, documentId, extensions }: RequestParts): NamedDocument {
  const text = query ?? '';
  if (typeof text !== 'string') return refused('`query` is the text of a document.');
  const byId = hashOfDocumentId(documentId);
  if (byId === false) return refused('`documentId` is a SHA-256 in 64 hex digits of lower case.');
  const byExtension = hashOfExtensions(extensions);
  if (byExtension === false) {
    return refused('`extensions.persistedQuery` takes `version: 1` and a SHA-256 `sha256Hash` in hex of lower case.');
  }
  if (byId !== null && byExtension !== null && byId !== byExtension) {
    return refused('`documentId` and `extensions.persistedQuery` name different documents.');
  }
  const hash = byId ?? byExtension;
  if (hash !== null) return { kind: 'hash', hash, ...(text !== '' && { text }) };
  return text === '' ? { kind: 'none' } : { kind: 'text', text };
}

/** The hash of a name such as `sha256:…`, null for any other. */
export function hashOfName(name: string): string | null {
  return /^(?:sha256:)?([0-9a-f]{64})$/.exec(name)?.[1] ?? null;
}

/** False: there is one that can't be used. */
type Found = string | false | null;

function hashOfDocumentId(documentId: unknown): Found {
  if (documentId === undefined || documentId === null) return null;
  return (typeof documentId === 'string' ? hashOfName(documentId) : null) ?? false;
}

/** Extensions that are no object are left to whoever reads the rest of them. */
function hashOfExtensions(extensions: unknown): Found {
  if (!isObject(extensions)) return null;
  const { persistedQuery } = extensions;
  if (persistedQuery === undefined || persistedQuery === null) return null;
  if (!isObject(persistedQuery) || persistedQuery['version'] !== 1) return false;
  const { sha256Hash } = persistedQuery;
  return typeof sha256Hash === 'string' && /^[0-9a-f]{64}$/.test(sha256Hash) ? sha256Hash : false;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refused(message: string): NamedDocument {
  return { kind: 'refused', message };
}
