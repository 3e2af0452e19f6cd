import { expect, test } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { anchorsOf } from './anchors.js';

const files = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', ...globSync('docs/**/*.md').toSorted()];

test.each(files)('the relative links of %s lead somewhere', (file) => {
  const broken = linksOf(file).filter((link) => !leadsSomewhere(link, file));
  expect(broken).toEqual([]);
});

test.each(files)('the files that %s names in backticks exist', (file) => {
  const missing = namedFilesOf(file).filter((name) => !existsSync(sourceOf(name)));
  expect(missing).toEqual([]);
});

test('the links and names are found at all', () => {
  expect(files.flatMap(linksOf).length).toBeGreaterThan(10);
  expect(files.flatMap(namedFilesOf).length).toBeGreaterThan(30);
});

/** Without those to the web and to mail. */
function linksOf(file: string): string[] {
  const links = [...proseOf(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => !/^[a-z]+:/.test(link));
}

function leadsSomewhere(link: string, file: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? file : join(dirname(file), path);
  return existsSync(target) && (anchor === undefined || anchorsOf(readFileSync(target, 'utf8')).includes(anchor));
}

/** What has a slash and either begins with a folder of this tree or ends like a file; media types do neither. */
function namedFilesOf(file: string): string[] {
  const names = [...proseOf(file).matchAll(/`([\w.-]+(?:\/[\w.-]+)*\/?)`/g)].map(([, name = '']) => name);
  return names.filter(
    (name) => name.includes('/') && (existsSync(name.split('/', 1)[0] ?? '') || /\.[a-z]{2,4}$/.test(name)),
  );
}

/** What is built stands for its source, since a fresh clone has not built it. */
function sourceOf(name: string): string {
  return name.startsWith('dist/demo/')
    ? name.replace('dist/', '').replace(/\.js$/, '.ts')
    : name.replace(/^dist\//, 'src/').replace(/^(src\/.*)\.js$/, '$1.ts');
}

function proseOf(file: string): string {
  return readFileSync(file, 'utf8').replaceAll(/^```[^]*?^```$/gm, '');
}
