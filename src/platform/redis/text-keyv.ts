import { Keyv, type KeyvStoreAdapter } from 'keyv';

/**
 * A Keyv that carries texts as they are. Keyv's own serializers walk every value in JavaScript and wrap it in
 * `{ value, expires }`; on a page of 14 KB that is five times the cost of Redis and `JSON.parse` together. They also
 * fail a whole `getMany` for one text that can not be parsed. So entries are serialized, parsed and dated by the cache
 * itself, expiry is left to the store's TTL, and the prefix to the store's namespace.
 */
export function textKeyv(store: KeyvStoreAdapter | Map<string, unknown>, namespace?: string): Keyv<string> {
  return new Keyv<string>(store, {
    ...(namespace !== undefined && { namespace }),
    useKeyPrefix: false,
    serialize: ({ value }) => value as string,
    deserialize: <Value>(text: string) => ({ value: text as Value }),
  });
}
