import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { environment } from '../../src/config/environment.js';
import type { Variable } from '../../src/config/variable.js';
import { markdownRows } from './markdown-rows.js';

const document = readFileSync('docs/configuration.md', 'utf8');
const rows = markdownRows(document);
const variables = Object.entries<Variable>(environment);

/** Read by something other than the server. */
const others = [
  'DEMO_PORT',
  'TEST_DATABASE_URL',
  'TEST_REDIS_URL',
  'CHROMIUM_PATH',
  'REQUIRE_ALL_TESTS',
  'SECOND_LOOK',
];

describe('docs/configuration.md', () => {
  test('has a row for each variable, and none for anything else', () => {
    expect(rows.map(([name]) => name)).toEqual([...variables.map(([name]) => `\`${name}\``), ...others.map(code)]);
  });

  test.each(variables)('says of %s what the code says', (name, { meaning, defaultText }) => {
    const [, shownMeaning, shownDefault] = rows.find(([shown]) => shown === code(name)) ?? [];
    expect(shownMeaning).toBe(meaning);
    if (defaultText === undefined) expect(shownDefault).toMatch(/^needed/);
    else expect(shownDefault).toBe(defaultText);
  });

  test.each(variables.filter(([, { defaultText }]) => defaultText !== undefined))(
    'gives the default of %s that the code has',
    (name, { schema, defaultText = '' }) => {
      const shown = defaultText.split(';', 1)[0] ?? '';
      expect(schema.parse(undefined)).toEqual(schema.parse(shown === 'none' ? undefined : shown));
      expect(name).toMatch(/^[A-Z\d_]+$/);
    },
  );
});

describe('.env.example', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n');
  const assigned = lines.flatMap((line) => /^(?:# )?([A-Z\d_]+)=/.exec(line)?.[1] ?? []);

  test('names every variable once, and no other', () => {
    expect(assigned.toSorted()).toEqual([...variables.map(([name]) => name), ...others].toSorted());
  });

  test('sets nothing by itself, so that a copy changes nothing', () => {
    const active = lines.filter((line) => line !== '' && !line.startsWith('#'));
    expect(active).toEqual(['TMDB_READ_TOKEN=']);
  });
});

function code(name: string): string {
  return `\`${name}\``;
}
