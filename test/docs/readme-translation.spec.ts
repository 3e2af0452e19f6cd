import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { differencesOf, originalFile, stepFaultOf, translatedFile } from './readme-translation.js';

const original = readFileSync(originalFile, 'utf8');
const translation = readFileSync(translatedFile, 'utf8');

/** @throws where there is nothing to replace, so that no fault below goes stale. */
function withFault(text: string, right: string | RegExp, wrong: string): string {
  const changed = text.replace(right, () => wrong);
  if (changed === text) throw new Error(`There is no ${String(right)} any more.`);
  return changed;
}

describe('README.pt-BR.md', () => {
  test('has the headings, examples, links, names, numbers and tables of README.md', () => {
    expect(differencesOf(original, translation)).toEqual([]);
  });

  test('was seen to say what README.md says, since either was changed', () => {
    expect(stepFaultOf(original, translation)).toBeNull();
  });

  test("translates TMDb's notice, beside its own words", () => {
    expect(translation).toContain('não é endossado, certificado nem de outra forma aprovado pelo TMDB');
  });
});

describe('a translation is refused that', () => {
  test.each<[string, string | RegExp, string, string]>([
    ['leaves a heading untranslated', '## Clientes', '## Clients', '"## Clients" is not translated'],
    [
      'leaves a paragraph untranslated',
      /^Os primeiros filmes.*:$/m,
      'The first films that fit some words:',
      'not translated',
    ],
    ['lacks a heading', '## Clientes\n', '', 'has a heading of level 2'],
    ['has a heading of another level', '## Clientes', '### Clientes', 'has a heading of level 3'],
    ['asks another example', 'searchMovies(query: "seven', 'searchMovies(query: "six', 'the code differs'],
    ['promises another answer', '"releaseDate": "1954-04-26"', '"releaseDate": "1955-04-26"', 'the code differs'],
    ['lacks an answer', /```json\n[^]*?```\n/, '', 'has code (json)'],
    ['lacks a row of a table', /^\| `src\/config`.*\n/m, '', 'has a table of'],
    ['lacks a point of a list', /^- Uma requisição[^]*?(?=^- )/m, '', 'has a list of 1'],
    ['lacks a paragraph', /^O pôster é uma imagem[^]*?\n\n/m, '', 'has a heading of level 2'],
    ['links elsewhere', '(docs/errors.md)', '(docs/limits.md)', 'links differ'],
    ['names another command', '`npm run spa`', '`npm run dev`', 'names differ'],
    ['gives another number', '0,64', '0,46', 'numbers differ'],
    ['goes on after the end', /\[MIT\].*\n/, '[MIT](LICENSE)\n\nFim.\n', 'README.md ends'],
  ])('%s', (_, right, wrong, told) => {
    const found = differencesOf(original, withFault(translation, right, wrong));
    expect(found).toEqual([expect.stringContaining(told)]);
  });
});

describe('somebody has to look when', () => {
  test('README.md says something else', () => {
    const changed = withFault(original, 'it is asked again soon', 'it is never asked again');
    expect(differencesOf(changed, translation)).toEqual([]);
    expect(stepFaultOf(changed, translation)).toContain('See that both say the same');
  });

  test('README.pt-BR.md says something else', () => {
    const changed = withFault(translation, 'logo depois', 'muito depois');
    expect(stepFaultOf(original, changed)).toContain('See that both say the same');
  });

  test('but not when lines are broken elsewhere, or only an example changed', () => {
    const broken = withFault(original, 'The poster is a picture:', 'The poster is a\npicture:');
    const asked = withFault(broken, '"releaseDate": "1954-04-26"', '"releaseDate": "1955-04-26"');
    expect(stepFaultOf(asked, translation)).toBeNull();
  });
});
