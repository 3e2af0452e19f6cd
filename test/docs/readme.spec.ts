import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { type Api, startApi } from '../support/api.js';
import { answerTo, documentedEndpoint, documentedImages, examplesOf, updateExample } from '../support/run-examples.js';

const examples = ['README.md', ...globSync('docs/**/*.md').toSorted()].flatMap(examplesOf);
const isUpdate = process.env['UPDATE_EXAMPLES'] === '1';

describe('examples', () => {
  let api: Api;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    // The addresses of pictures then read as `npm start` gives them, whatever port the stand-in has here.
    api = await startApi({ TMDB_IMAGE_BASE_URL: documentedImages });
  });
  afterAll(() => api.close());

  test.each(examples.map((example) => [example.place, example] as const))(
    '%s is answered as it says',
    async (_place, example) => {
      const answer = await answerTo(example, api, tokens);
      if (isUpdate) updateExample(example, answer);
      else expect(answer).toBe(example.promised);
    },
  );

  test.each(examples.map((example) => [example.place, example] as const))(
    '%s asks the address of `npm start`',
    (_place, { url }) => {
      expect(url).toBe(documentedEndpoint);
    },
  );
});

describe('README.md', () => {
  const readme = readFileSync('README.md', 'utf8');

  test('promises an answer to each request it shows', () => {
    const requests = readme.match(/^```graphql$|^curl /gm) ?? [];
    expect(requests.length).toBeGreaterThan(5);
    expect(examples.filter(({ file }) => file === 'README.md')).toHaveLength(requests.length);
  });

  test('shows an answer without errors to each request', () => {
    const failed = examples.filter(({ file, promised }) => file === 'README.md' && /"errors"/.test(promised));
    expect(failed.map(({ place }) => place)).toEqual([]);
  });

  test('has at most 250 lines', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(251);
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
