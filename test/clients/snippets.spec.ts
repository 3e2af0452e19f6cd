import { expect, test } from '@jest/globals';
import { documents } from '../docs/documents.js';
import { workingTree } from '../docs/tree.js';
import { snippetsOf, typeFaults } from './snippet-types.js';

const compiling = 60_000;

test(
  'code of the documents is what its types say',
  async () => {
    const snippets = documents.flatMap((file) => snippetsOf(file, workingTree.read(file)));
    expect(snippets.length).toBeGreaterThan(1);
    expect(await typeFaults(snippets)).toEqual([]);
  },
  compiling,
);

test(
  'code that is not is told with its place',
  async () => {
    const markdown = [
      '```ts\nimport { gql } from "@apollo/client";\n\nexport const list: number = gql`{ about { name } }`;\n```',
      '```ts\nexport const fine = 1;\n```',
      '```tsx\nexport const wall = () => <ul>{films}</ul>;\n```',
    ].join('\n\n');
    expect(await typeFaults(snippetsOf('a.md', markdown))).toEqual([
      expect.stringMatching(/^a\.md:1 error TS2322: .*'number'/),
      expect.stringMatching(/^a\.md:11 error TS2304: .*'films'/),
    ]);
  },
  compiling,
);

test('code that names its file is looked at there', () => {
  const block = '```ts\nexport const fine = 1;\n```';
  const places = snippetsOf('a.md', `[\`src/a.ts\`](src/a.ts):\n\n${block}\n\nThen:\n\n${block}\n`);
  expect(places.map(({ place }) => place)).toEqual(['a.md:9']);
});
