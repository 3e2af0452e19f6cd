import { expect, test } from '@jest/globals';
import { InputIssues } from '../../platform/input/input-issues.js';
import { readText } from './read-text.js';

const line = { longest: 5, isMultiline: false };
const lines = { longest: 5, isMultiline: true };

test.each([
  ['  abc ', 'abc', line],
  ['', '', line],
  ['e\u0301', '\u00E9', line],
  ['👩‍🚀ab', '👩‍🚀ab', line],
  ['🎬🎬🎬🎬🎬', '🎬🎬🎬🎬🎬', line],
  ['a\r\n\tb', 'a\r\n\tb', lines],
])('%j is kept as %j', (text, kept, rule) => {
  const issues = new InputIssues();
  expect(readText('name', text, rule, issues)).toBe(kept);
  expect(issues.all).toEqual([]);
});

test.each([
  ['abcdef', 'TOO_LONG', line],
  ['🎬🎬🎬🎬🎬🎬', 'TOO_LONG', lines],
  ['a\nb', 'INVALID', line],
  ['a\u2028b', 'INVALID', line],
  ['a\u0000b', 'INVALID', lines],
  ['a\u001Bb', 'INVALID', lines],
  ['a\uD800b', 'INVALID', lines],
])('%j is %s', (text, code, rule) => {
  const issues = new InputIssues();
  expect(readText('name', text, rule, issues)).toBeNull();
  expect(issues.all).toMatchObject([{ field: ['input', 'name'], code }]);
});
