import { describe, expect, test } from '@jest/globals';
import type { CacheEntry } from './cache-entry.js';
import { serializeEntry } from './cache-entry.js';
import { MemoryLayer } from './memory-layer.js';

function put(layer: MemoryLayer, key: string, value: unknown): void {
  const entry: CacheEntry = { value, storedAt: 0, freshUntil: 1 };
  layer.set(key, entry, Buffer.byteLength(serializeEntry(entry)));
}

describe('MemoryLayer', () => {
  test('stays within its bytes, the least recently used going first', () => {
    const layer = new MemoryLayer(20_000);
    for (let key = 0; key < 10; key += 1) put(layer, `${key}`, 'x'.repeat(1000));
    layer.get('0');
    for (let key = 10; key < 20; key += 1) put(layer, `${key}`, 'x'.repeat(1000));
    expect(layer.bytes).toBeLessThanOrEqual(20_000);
    expect(layer.size).toBe(14);
    expect(['0', '1', '19'].map((key) => layer.get(key) !== undefined)).toEqual([true, false, true]);
  });

  test('weighs bytes, not characters', () => {
    const [latin, kana] = [new MemoryLayer(20_000), new MemoryLayer(20_000)];
    put(latin, 'key', 'x'.repeat(1000));
    put(kana, 'key', 'あ'.repeat(1000));
    expect(kana.bytes - latin.bytes).toBe(2000);
  });

  test('does not keep what is larger than itself', () => {
    const layer = new MemoryLayer(2000);
    put(layer, 'small', 'x');
    put(layer, 'large', 'x'.repeat(3000));
    expect(layer.size).toBe(1);
  });

  test('drops a deleted key', () => {
    const layer = new MemoryLayer(2000);
    put(layer, 'key', 'x');
    layer.delete('key');
    expect(layer.get('key')).toBeUndefined();
    expect(layer.bytes).toBe(0);
  });
});
