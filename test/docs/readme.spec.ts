import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { examplesOf } from './examples/example.js';

describe('README.md', () => {
  const readme = readFileSync('README.md', 'utf8');

  test('shows an answer without errors to each request', () => {
    const answers = examplesOf('README.md', readme).map(({ answer }) => answer.text);
    expect(answers.length).toBeGreaterThan(5);
    expect(answers.filter((text) => text.includes('"errors"'))).toEqual([]);
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
