import { describe, expect, test } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { environment } from '../../src/config/environment.js';
import { markdownRows } from './markdown-rows.js';

const document = readFileSync('docs/security.md', 'utf8');
const rows = markdownRows(document).filter(([id = '']) => /^\d/.test(id));

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has; where one of level 3 is left out, it is last. */
const requirements = {
  '4.3': 2,
  '6.2': 12,
  '6.3': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 2,
  '7.6': 2,
  '9.1': 3,
  '9.2': 4,
  '13.1': 1,
  '13.2': 5,
  '16.5': 3,
};

describe('docs/security.md', () => {
  test('has each requirement once, in order, and no other', () => {
    const ids = Object.entries(requirements).flatMap(([section, amount]) =>
      Array.from({ length: amount }, (_, index) => `${section}.${index + 1}`),
    );
    expect(rows.map(([id]) => id)).toEqual(ids);
  });

  test.each(rows)('fills the row of %s', (...cells) => {
    expect(cells).toHaveLength(4);
    for (const cell of cells) expect(cell).not.toBe('');
  });

  test.each(rows)(
    'names tests for %s that exist, or says that it is not done and why',
    (_id, _asks, does, shown = '') => {
      if (shown === 'not done') {
        expect(does).toMatch(/^not done: .{10}/);
        return;
      }
      const paths = shown.split(', ').map((cell) => /^`([\w/.-]+\.spec\.ts)`$/.exec(cell)?.[1] ?? `no spec: ${cell}`);
      expect(paths.filter((path) => !existsSync(path))).toEqual([]);
    },
  );

  test('names every address that the configuration has', () => {
    const section = document.slice(document.indexOf('### Connections'), document.indexOf('## V4.3'));
    const named = new Set(section.match(/(?<=`)[A-Z_]+(?=`)/g));
    const addresses = Object.keys(environment).filter((name) => name.endsWith('_URL'));
    expect(addresses).toContain('DATABASE_URL');
    expect(addresses.filter((name) => !named.has(name))).toEqual([]);
  });
});

test('no migration writes a row, so that a new database has no accounts', () => {
  const files = globSync('src/migrations/**/*.ts').filter((file) => !file.endsWith('.spec.ts'));
  const sources = files.map((file) => readFileSync(file, 'utf8'));
  expect(sources.join('\n')).toMatch(/create table/i);
  expect(sources.filter((source) => /insert\s+into\s+\W*users|copy\s+\W*users/i.test(source))).toEqual([]);
});
