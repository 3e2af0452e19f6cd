import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { errorCodes } from '../../src/platform/errors/error-code.js';
import { bodyLimitBytes, documentLimits } from '../../src/platform/graphql/limits/limits.js';
import { upstreamCallLimit } from '../../src/tmdb/upstream-call-limit.js';
import { provocations } from '../e2e/provocations.js';
import { markdownRows } from './markdown-rows.js';

const document = readFileSync('docs/errors.md', 'utf8');
const rows = markdownRows(document);
const codes = Object.keys(errorCodes);

test('docs/errors.md has a row for each code, and none for anything else', () => {
  expect(rows.map(([code]) => code)).toEqual(codes.map((code) => `\`${code}\``));
});

test('every row of docs/errors.md is filled', () => {
  for (const row of rows) {
    expect(row).toHaveLength(6);
    for (const cell of row) expect(cell).not.toBe('');
  }
});

test('each code is provoked over HTTP, and nothing else is', () => {
  expect(Object.keys(provocations)).toEqual(codes);
});

test('docs/errors.md tells the limits that hold', () => {
  const { tokens, depth, aliases, repeats, rootFields, objects } = documentLimits;
  expect(document).toContain(
    `${tokens.toLocaleString('en')} tokens, ${depth} levels of fields, ${aliases} mentions of one field in one place, ${rootFields} root fields`,
  );
  expect(document).toContain(`${repeats} repetitions of one field`);
  expect(document).toContain(`more than ${objects.toLocaleString('en')} objects`);
  expect(document).toContain(`more than ${upstreamCallLimit} calls to TMDb`);
  expect(document).toContain(`over ${bodyLimitBytes.toLocaleString('en')} bytes`);
});
