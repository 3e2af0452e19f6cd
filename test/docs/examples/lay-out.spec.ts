import { expect, test } from '@jest/globals';
import { layOut } from './lay-out.js';

test('what fits stays in one line', () => {
  expect(layOut({ data: { list: [1, { a: null }] } })).toBe('{ "data": { "list": [1, { "a": null }] } }');
});

test('what does not fit has a line for each entry, and what has one entry only stays around it', () => {
  const text = 'x'.repeat(60);
  expect(layOut({ data: { list: [{ a: text }, { b: text }] } })).toBe(
    `{ "data": { "list": [\n  { "a": "${text}" },\n  { "b": "${text}" }\n] } }`,
  );
});
