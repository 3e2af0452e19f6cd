import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { blockFaults } from './block-faults.js';
import { blocksOf, proseOf, withTexts } from './blocks.js';
import { documents } from './documents.js';
import { missingScriptsOf } from './shell-faults.js';
import { treeOf, workingTree } from './tree.js';

const surroundings = { schema: buildSchema(workingTree.read('schema.gql')), tree: workingTree };
const { scripts } = JSON.parse(workingTree.read('package.json')) as { scripts: Record<string, string> };

describe.each(documents)('%s', (file) => {
  const markdown = workingTree.read(file);

  test('has blocks that are all held to something, and hold', () => {
    expect(blockFaults(markdown, surroundings)).toEqual([]);
  });

  test('names npm scripts that there are', () => {
    expect(missingScriptsOf(markdown, scripts)).toEqual([]);
  });
});

describe('a block', () => {
  const schema = buildSchema('type Query { film(id: Int): Film } type Film { title: String }');
  const packageFile = JSON.stringify({ scripts: { start: '', check: '' } });
  const code = 'const a = 1;\nconst b = 2;\nconst c = 3;\n';
  const tree = treeOf({ 'package.json': packageFile, 'src/scripts/users.ts': '', 'src/a.ts': code });
  const faultsOf = (markdown: string): string[] => blockFaults(markdown, { schema, tree });

  test.each([
    ['a query with its answer', '```graphql\n{ film { title } }\n```\n\nAnswers:\n\n```json\n{}\n```'],
    [
      'one with variables',
      '```graphql\nquery ($id: Int) { film(id: $id) { title } }\n```\n\n```json variables\n{}\n```\n\n```json\n{}\n```',
    ],
    ['a query that says it is not asked', 'Shown, not asked.\n\n```graphql\n{ film { title } }\n```'],
    ['a fragment', '```graphql\nfragment row on Film { title }\n```'],
    ['JSON', '```json\n{ "a": 1 }\n```'],
    ['headers', '```http\nAge: 12\n```'],
    ['an answer of HTTP', '```http\nHTTP/1.1 200 OK\nAge: …\n\n{}\n```'],
    ['commands', '```sh\nnpm ci && npm start\nA=b npm run check\nnode dist/scripts/users.js export # all\n```'],
    ['commands for others', 'Needs AWS.\n\n```sh\nTOPIC=$(aws sns list-topics)\ncopilot svc deploy\n```'],
    ['a part of a file', 'So it is in [`src/a.ts`](../src/a.ts):\n\n```ts\nconst b = 2;\nconst c = 3;\n```'],
    ['YAML', '```yaml\na: [1]\n```'],
  ])('passes: %s', (_, markdown) => {
    expect(faultsOf(markdown)).toEqual([]);
  });

  test.each([
    ['a language that nothing looks at', '```swift\nlet a = 1\n```', '"swift" is no language of the documents'],
    ['no language', '```\na\n```', '"" is no language of the documents'],
    ['a query without an answer', '```graphql\n{ film { title } }\n```', 'no answer is shown'],
    ['an answer under another heading', '```graphql\n{ film { title } }\n```\n\n# B\n\n```json\n{}\n```', 'no answer'],
    ['curl without an answer', '```sh\ncurl http://127.0.0.1:4000/graphql\n```', 'no answer is shown'],
    ['an unknown field', 'Shown, not asked.\n\n```graphql\n{ film { name } }\n```', 'Cannot query field "name"'],
    ['an unknown field of a fragment', '```graphql\nfragment row on Film { name }\n```', 'Cannot query field "name"'],
    ['broken GraphQL', 'Shown, not asked.\n\n```graphql\n{ film {\n```', 'Syntax Error'],
    ['broken JSON', '```json\n{ "a": }\n```', 'Unexpected token'],
    ['broken headers', '```http\nHTTP/1.1 200 OK\nAge 12\n```', '"Age 12" is no header'],
    ['a broken body', '```http\nHTTP/1.1 200 OK\nAge: 12\n\n{\n```', 'JSON'],
    ['an unknown program', '```sh\nbrew install node\n```', 'no document runs brew'],
    ['an unknown script', '```sh\nnpm test\n```', 'there is no npm test'],
    ['a missing file', '```sh\nnode dist/scripts/gone.js\n```', 'there is no src/scripts/gone.ts'],
    ['AWS without its mark', '```sh\naws sns list-topics\n```', '"Needs AWS." does not stand before it'],
    ['a mark without its program', 'Needs Docker.\n\n```sh\nnpm start\n```', 'needs no "Needs Docker."'],
    [
      'what its file has otherwise',
      '[`src/a.ts`](../src/a.ts):\n\n```ts\nconst b = 3;\n```',
      'src/a.ts has it otherwise',
    ],
    ['half a line of its file', '[`src/a.ts`](../src/a.ts):\n\n```ts\nb = 2;\n```', 'src/a.ts has it otherwise'],
    ['a part of no file', '[`src/b.ts`](../src/b.ts):\n\n```ts\nconst b = 2;\n```', 'there is no src/b.ts'],
    ['broken YAML', '```yaml\na: [1\n```', 'Flow sequence'],
  ])('fails: %s', (_, markdown, fault) => {
    expect(faultsOf(markdown)).toEqual([expect.stringContaining(fault)]);
  });

  test('has to be closed', () => {
    expect(() => faultsOf('a\n\n```json\n{}\n')).toThrow('The block in line 3 is not closed.');
  });

  test('may hold other blocks', () => {
    expect(blocksOf('````text\n```json\n````\n')).toMatchObject([{ language: 'text', text: '```json\n' }]);
  });

  test('is no prose', () => {
    expect(proseOf('a\n```text\nb\n```\nc')).toBe('a\n\n\n\nc');
  });

  test('gets another text without moving what is around it', () => {
    const markdown = 'a\n```json\n1\n```\nb\n```json\n2\n```\n';
    const texts = new Map(blocksOf(markdown).map((block, at) => [block, `${at}\n${at}\n`]));
    expect(withTexts(markdown, texts)).toBe('a\n```json\n0\n0\n```\nb\n```json\n1\n1\n```\n');
  });
});

test('a script that there is not is found in prose too', () => {
  expect(missingScriptsOf('Run `npm run gone`, then\n\n```sh\nnpm run check\n```', { check: '' })).toEqual(['gone']);
});
