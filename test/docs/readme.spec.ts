import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { type Api, startApi } from '../support/api.js';
import { answerTo, documentedEndpoint, documentedImages, examplesOf, updateExample } from '../support/run-examples.js';
import { markdownRows } from './markdown-rows.js';
import { originalFile, translatedFile } from './readme-translation.js';

const readmes = [originalFile, translatedFile];
const documents = [...readmes, ...globSync('docs/**/*.md').toSorted()].map((file) => ({
  file,
  examples: examplesOf(file),
}));
const isUpdate = process.env['UPDATE_EXAMPLES'] === '1';

// Each document has a server of its own: its readers begin with it, and nobody has registered before.
describe.each(documents.filter(({ examples }) => examples.length > 0))('the examples of $file', ({ examples }) => {
  let api: Api;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    // The addresses of pictures then read as `npm start` gives them, whatever port the stand-in has here.
    api = await startApi({ TMDB_IMAGE_BASE_URL: documentedImages });
  });
  afterAll(() => api.close());

  test.each(examples)('$place is answered as it says', async (example) => {
    const answer = await answerTo(example, api, tokens);
    if (isUpdate) updateExample(example, answer);
    else expect(answer).toBe(example.promised);
  });

  test.each(examples)('$place asks the address of `npm start`', ({ url }) => {
    expect(url).toBe(documentedEndpoint);
  });
});

describe.each(documents.filter(({ file }) => readmes.includes(file)))('$file', ({ file, examples }) => {
  const readme = readFileSync(file, 'utf8');

  test('promises an answer to each request it shows', () => {
    const requests = readme.match(/^```graphql$|^curl /gm) ?? [];
    expect(requests.length).toBeGreaterThan(5);
    expect(examples).toHaveLength(requests.length);
  });

  test('shows an answer without errors to each request', () => {
    expect(examples.filter(({ promised }) => /"errors"/.test(promised))).toEqual([]);
  });

  test('has at most 250 lines', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(250);
  });

  test('never calls a bare node, which may be too old', () => {
    expect(readme).not.toMatch(/(^|&& |`)(exec )?node [\w./-]/m);
  });

  test("has TMDb's notice word for word", () => {
    expect(readme).toContain(
      'This product uses TMDB and the TMDB APIs but is not endorsed, certified, or otherwise approved by TMDB.',
    );
  });

  test('credits JustWatch', () => {
    expect(readme).toContain('JustWatch');
  });
});

describe('the benchmarks of README.md', () => {
  const readme = readFileSync(originalFile, 'utf8');
  const measured = readFileSync('docs/benchmarks.md', 'utf8');
  const ratios = new Map(markdownRows(sectionOf(measured, 'All figures')).map(([work, ratio]) => [work, ratio]));

  test('are those measured last', () => {
    const rows = markdownRows(sectionOf(readme, 'Benchmarks'));
    expect(rows.length).toBeGreaterThan(4);
    expect(rows).toEqual(rows.map(([work]) => [work, ratios.get(work)]));
  });

  test('own up to the goals that were missed', () => {
    const goals = [...measured.matchAll(/\| (?:yes|\*\*no\*\*) \|$/gm)].map(([met]) => met);
    const missed = goals.filter((met) => met.includes('no'));
    expect(readme).toContain(`Of ${goals.length} goals set beforehand ${missed.length} were missed.`);
  });
});

function sectionOf(document: string, heading: string): string {
  return document.split(/^## /m).find((section) => section.startsWith(`${heading}\n`)) ?? '';
}
