import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Documents } from './documents.js';

/** The bound of what validated documents take, as JSON: Apollo's own default. */
const documentStoreBytes = 30 * 1024 * 1024;

/** What Apollo asks of its stores. */
interface Store<Value> {
  get(key: string): Promise<Value | undefined>;
  set(key: string, value: Value): Promise<void>;
  delete(key: string): Promise<boolean>;
}

/** Apollo's store of registered documents. Apollo itself registers those that it has parsed and validated. */
export function persistedQueryStore(documents: Documents): Store<string> {
  return {
    get: async (key) => (await documents.find(hashOfKey(key))) ?? undefined,
    set: async (key, text) => documents.register(hashOfKey(key), text),
    delete: async () => false,
  };
}

/**
 * Apollo's store of documents that need not be parsed and validated again: the last used ones, and all trusted ones,
 * which for that reason are never held against the limits on documents.
 */
export function documentStore(documents: Documents): Store<DocumentNode> {
  const validated = new LRUCache<string, DocumentNode>({
    maxSize: documentStoreBytes,
    sizeCalculation: (document) => JSON.stringify(document).length,
  });
  return {
    get: async (key) => documents.findTrusted(hashOfKey(key))?.document ?? validated.get(key),
    set: async (key, document) => void validated.set(key, document),
    delete: async (key) => validated.delete(key),
  };
}

/** Apollo writes prefixes of its own before the hash. */
function hashOfKey(key: string): string {
  return key.slice(key.lastIndexOf(':') + 1);
}
