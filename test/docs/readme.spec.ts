import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { examplesOf } from './examples/example.js';
import { markdownRows } from './markdown-rows.js';
import { originalFile, translatedFile } from './readme-translation.js';

describe.each([originalFile, translatedFile])('%s', (file) => {
  const readme = readFileSync(file, 'utf8');

  test('shows an answer without errors to each request', () => {
    const answers = examplesOf(file, readme).map(({ answer }) => answer.text);
    expect(answers.length).toBeGreaterThan(5);
    expect(answers.filter((text) => text.includes('"errors"'))).toEqual([]);
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
