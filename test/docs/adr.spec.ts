import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';

const folder = 'docs/adr';
const index = readFileSync(`${folder}/README.md`, 'utf8');
const records = readdirSync(folder)
  .filter((name) => name !== 'README.md')
  .toSorted();

test('the records are numbered from 1 without holes', () => {
  expect(records.map((name) => Number(name.slice(0, 4)))).toEqual(records.map((_, at) => at + 1));
});

test('the index lists each record under its title, in order', () => {
  const listed = [...index.matchAll(/^- \[(.+)\]\((.+\.md)\)$/gm)].map(([, title, name]) => ({ title, name }));
  expect(listed).toEqual(records.map((name) => ({ title: titleOf(name), name })));
});

test.each(records)('%s has a name in kebab-case behind its number', (name) => {
  expect(name).toMatch(/^\d{4}(-[a-z0-9]+)+\.md$/);
});

test.each(records)('%s has its own number in its title', (name) => {
  expect(titleOf(name)).toMatch(new RegExp(`^${Number(name.slice(0, 4))}\\. \\S`));
});

test.each(records)('%s tells its context, then the choice, then the price', (name) => {
  const parts = [...read(name).matchAll(/^\*\*(Context|Choice|Price)\.\*\* \S/gm)].map(([, part]) => part);
  expect(parts).toEqual(['Context', 'Choice', 'Price']);
});

test.each(records)('%s is read in a minute', (name) => {
  expect(read(name).split(/\s+/).length).toBeLessThan(300);
});

function titleOf(name: string): string | undefined {
  return /^# (.+)$/m.exec(read(name))?.[1];
}

function read(name: string): string {
  return readFileSync(`${folder}/${name}`, 'utf8');
}
