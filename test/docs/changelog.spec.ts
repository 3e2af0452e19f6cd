import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';

const changelog = readFileSync('CHANGELOG.md', 'utf8');
const kinds = new Set(['Breaking', 'Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security']);

test('the first section is Unreleased, and the releases below have a version and a day', () => {
  const [first, ...releases] = [...changelog.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  expect(first).toBe('Unreleased');
  for (const release of releases) expect(release).toMatch(/^\d+\.\d+\.\d+ - \d{4}-\d{2}-\d{2}$/);
});

test('each change stands under one of the known kinds', () => {
  const used = [...changelog.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading ?? '');
  expect(used.filter((kind) => !kinds.has(kind))).toEqual([]);
});
