import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { type Api, startApi } from '../../support/api.js';
import { cheapHashing } from '../../support/accounts.js';
import { type Block, withTexts } from '../blocks.js';
import { documents } from '../documents.js';
import { answerTo } from './answer-to.js';
import { documentedEndpoint, documentedImages } from './documented-request.js';
import { examplesOf } from './example.js';
import { NotedValues } from './noted-values.js';

const isUpdate = process.env['UPDATE_EXAMPLES'] === '1';
const all = documents.map((file) => ({ file, examples: examplesOf(file, readFileSync(file, 'utf8')) }));

/** Each has an app and a database of its own, so that no document hangs on what another did. */
describe.each(all.filter(({ examples }) => examples.length > 0))('the examples of $file', ({ file, examples }) => {
  let api: Api;
  const noted = new NotedValues();
  const answers = new Map<Block, string>();

  beforeAll(async () => {
    // The addresses of pictures then read as `npm start` gives them, whatever port the stand-in has here.
    api = await startApi({ ...cheapHashing, TMDB_IMAGE_BASE_URL: documentedImages });
  });
  afterAll(async () => {
    await api.close();
    if (isUpdate) writeFileSync(file, withTexts(readFileSync(file, 'utf8'), answers));
  });

  test.each(examples)('$place is answered as it says', async (example) => {
    const answer = await answerTo(example, api, noted);
    answers.set(example.answer, answer);
    if (!isUpdate) expect(answer).toBe(example.answer.text);
  });

  test('ask the address of `npm start`', () => {
    const addresses = examples.map(({ request }) => request.url.split('?', 1)[0]);
    expect(new Set(addresses)).toEqual(new Set([documentedEndpoint]));
  });
});

test('there are examples in the README and in the cookbook', () => {
  const counts = new Map(all.map(({ file, examples }) => [file, examples.length]));
  expect(counts.get('README.md')).toBeGreaterThan(5);
  expect(counts.get('docs/cookbook.md')).toBeGreaterThan(28);
});
