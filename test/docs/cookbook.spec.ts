import { describe, expect, test } from '@jest/globals';
import { anchorsOf } from './anchors.js';
import { proseOf } from './blocks.js';
import { examplesOf } from './examples/example.js';
import { workingTree } from './tree.js';

const file = 'docs/cookbook.md';
const markdown = workingTree.read(file);
const headings = [...proseOf(markdown).matchAll(/^(##+) (.*)$/gm)].map(([, marks = '', text = '']) => ({
  marks,
  text,
}));
const tasks = markdown.split(/^##+ /m).filter((_, at) => headings[at - 1]?.marks === '###');

describe('docs/cookbook.md', () => {
  test('lists all tasks at its top, in their order and below their groups', () => {
    const anchors = anchorsOf(markdown).slice(1);
    const contents = headings.map(
      ({ marks, text }, at) => `${marks === '###' ? '  ' : ''}- [${text}](#${anchors[at] ?? ''})`,
    );
    expect(markdown.match(/^ *- .*$/gm)).toEqual(contents);
  });

  test('has an answer for each task', () => {
    expect(tasks.length).toBeGreaterThanOrEqual(28);
    const bare = tasks.filter((task) => examplesOf(file, task).length === 0);
    expect(bare.map((task) => task.split('\n', 1)[0])).toEqual([]);
  });
});
