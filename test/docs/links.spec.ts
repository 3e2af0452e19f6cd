import { describe, expect, test } from '@jest/globals';
import { documents } from './documents.js';
import { linkFaults, linksOf } from './link-faults.js';
import { missingFilesOf, namedFilesOf } from './named-files.js';
import { treeOf, workingTree } from './tree.js';

describe.each(documents)('%s', (file) => {
  const markdown = workingTree.read(file);

  test('has links that lead somewhere', () => {
    expect(linkFaults(file, markdown, workingTree)).toEqual([]);
  });

  test('names files that exist', () => {
    expect(missingFilesOf(file, markdown, workingTree)).toEqual([]);
  });
});

test('links and names are found at all', () => {
  const texts = documents.map(workingTree.read);
  expect(texts.flatMap(linksOf).length).toBeGreaterThan(100);
  expect(texts.flatMap((text) => namedFilesOf(text, workingTree)).length).toBeGreaterThan(100);
});

describe('a link', () => {
  const tree = treeOf({ 'docs/there.md': '# Here\n\n## Twice\n\n## Twice\n', 'docs/picture.png': '', LICENSE: '' });
  const faultsOf = (markdown: string): string[] => linkFaults('docs/own.md', `# Own title\n\n${markdown}\n`, tree);

  test.each([
    '[a](there.md)',
    '[a](there.md#here)',
    '[a](there.md#twice-1)',
    '[a](#own-title)',
    '[a](../LICENSE "with a title")',
    '![a](picture.png)',
    '<img src="picture.png">',
    '<https://www.themoviedb.org/settings/api>',
    '[a](http://127.0.0.1:4000/graphql)',
    '[a](mailto:ana@example.com)',
    '`[a](gone.md)` is code',
    '```sh\necho "[a](gone.md)"\n```',
  ])('passes: %j', (markdown) => {
    expect(faultsOf(markdown)).toEqual([]);
  });

  test.each([
    ['[a](gone.md)', 'gone.md: no such file'],
    ['[`a`](gone.md)', 'gone.md: no such file'],
    ['[a]: gone.md', 'gone.md: no such file'],
    ['![a](gone.png)', 'gone.png: no such file'],
    ['<source srcset="gone.png">', 'gone.png: no such file'],
    ['[a](there.md#gone)', 'there.md#gone: no such anchor'],
    ['[a](there.md#twice-2)', 'there.md#twice-2: no such anchor'],
    ['[a](#gone)', '#gone: no such anchor'],
    ['[a](http://www.themoviedb.org)', 'http://www.themoviedb.org: not https'],
    ['[a](https://example.com/x)', 'https://example.com/x: a placeholder'],
    ['<https://www.themoviedb.org/…>', 'https://www.themoviedb.org/…: a placeholder'],
    ['[a](https://nowhere)', 'https://nowhere: no address'],
    ['[a](mailto:ana)', 'mailto:ana: no address of mail'],
  ])('fails: %j', (markdown, fault) => {
    expect(faultsOf(markdown)).toEqual([fault]);
  });
});

describe('a name in backticks', () => {
  const tree = treeOf({ 'src/main.ts': '', 'examples/app/src/start.ts': '' });
  const missing = (markdown: string): string[] => missingFilesOf('examples/app/README.md', markdown, tree);

  test('may be of a file from the top, of one beside the document, or of one that is built', () => {
    expect(missing('`src/main.ts`, `src/start.ts`, `dist/main.js` and `src/`')).toEqual([]);
  });

  test('may be no file', () => {
    expect(missing('`application/json`, `first`, `a/b`')).toEqual([]);
  });

  test('fails without its file', () => {
    expect(missing('`src/gone.ts`, `dist/gone.js` and `docs/gone.md`')).toEqual([
      'src/gone.ts',
      'dist/gone.js',
      'docs/gone.md',
    ]);
  });
});
