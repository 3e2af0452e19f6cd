import { describe, expect, test } from '@jest/globals';
import { ReadLog } from './read-log.js';

describe('what was read', () => {
  test('is as old as the oldest of it, and as fresh as the least fresh', () => {
    const log = new ReadLog();
    log.note('a', 'hit', { storedAt: 100, freshUntil: 900 });
    log.note('b', 'miss', { storedAt: 200, freshUntil: 500 });
    expect(log.total).toEqual({ hits: 1, stale: 0, misses: 1, oldestStoredAt: 100, freshUntil: 500 });
  });

  test('is over with what is stale before its time', () => {
    const log = new ReadLog();
    log.note('a', 'hit', { storedAt: 200, freshUntil: 900 });
    log.note('b', 'stale', { storedAt: 100, freshUntil: 900 });
    expect(log.total).toMatchObject({ oldestStoredAt: 100, freshUntil: 100 });
  });

  test('has no age where it is nothing', () => {
    const log = new ReadLog();
    log.noteFailed('a');
    expect(log.total).toEqual({ hits: 0, stale: 0, misses: 1, oldestStoredAt: null, freshUntil: null });
  });
});

describe('by the field at the root', () => {
  test('what several share counts for each, and what one alone asks for that one', () => {
    const log = new ReadLog();
    const detail = log.keepDetail();
    for (const [root, key] of [
      ['x', 'a'],
      ['y', 'a'],
      ['y', 'b'],
      ['z', 'c'],
    ] as const)
      detail.want(root, key);
    log.note('a', 'hit', { storedAt: 1, freshUntil: 9 });
    log.note('b', 'stale', { storedAt: 2, freshUntil: 9 });
    log.noteFailed('c');
    const counts = [...detail.byRoot].map(([root, { hits, stale, misses }]) => [root, hits, stale, misses]);
    expect(counts).toEqual([
      ['x', 1, 0, 0],
      ['y', 1, 1, 0],
      ['z', 0, 0, 1],
    ]);
    expect(log.kept).toBe(detail);
  });
});
