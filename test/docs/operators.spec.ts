import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';

describe('docs/operations.md', () => {
  const entries = readFileSync('docs/operations.md', 'utf8').split(/^## /m).slice(3);

  test('has entries at all', () => {
    expect(entries.length).toBeGreaterThan(20);
  });

  test.each(entries.map((entry) => [entry.split('\n', 1)[0] ?? '', entry]))(
    'shows by a test what it says of: %s',
    (_, entry) => {
      const named = [...entry.matchAll(/`((?:test|src)\/[\w/.-]+\.spec\.ts)`/g)].map(([, path = '']) => path);
      const isReferring = /as \[[^\]]+\]\(#/.test(entry);
      expect(isReferring || named.length > 0).toBe(true);
      expect(named.filter((path) => !existsSync(path))).toEqual([]);
    },
  );
});
