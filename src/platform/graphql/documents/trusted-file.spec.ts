import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '../../../config/load-config.js';
import { sha256 } from './sha256.js';
import { readTrustedTexts } from './trusted-file.js';

const text = 'query A { a }';
const hash = sha256(text);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trusted-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(content: unknown, mode: 'allow' | 'require' = 'allow') {
  const trustedFile = join(folder, 'trusted.json');
  writeFileSync(trustedFile, typeof content === 'string' ? content : JSON.stringify(content));
  return readTrustedTexts({ trustedFile, mode });
}

/** What is wrong with a file, one line each. */
async function problemsOf(content: unknown, mode?: 'allow' | 'require'): Promise<readonly string[]> {
  const error = await read(content, mode).catch((thrown: unknown) => thrown);
  if (!(error instanceof ConfigError)) throw new Error('It was not refused.');
  return error.problems;
}

describe('readTrustedTexts', () => {
  test('reads texts by their hashes', async () => {
    expect(await read({ [hash]: text })).toEqual(new Map([[hash, text]]));
    expect(await read({ [`sha256:${hash}`]: text }, 'require')).toEqual(new Map([[hash, text]]));
  });

  test('finds none where none are configured', async () => {
    expect(await readTrustedTexts({ trustedFile: undefined, mode: 'allow' })).toEqual(new Map());
  });

  test('refuses a file that is not there', async () => {
    const reading = readTrustedTexts({ trustedFile: join(folder, 'nowhere.json'), mode: 'allow' });
    await expect(reading).rejects.toThrow(/TRUSTED_DOCUMENTS names a file that can't be read \(ENOENT\)/);
  });

  test.each<[string, unknown, RegExp]>([
    ['no JSON', '{', /is not JSON/],
    ['a list', [], /is not an object/],
    ['null', null, /is not an object/],
    ['a document that is no text', { [hash]: { body: text } }, /has no text for/],
    ['the hash of another text', { [hash]: `${text}\n` }, /another SHA-256/],
    ['a SHA-1', { ['a'.repeat(40)]: text }, /codegen's default.+hashAlgorithm: 'sha256'/],
    ['upper case', { [hash.toUpperCase()]: text }, /no SHA-256 in 64 hex digits of lower case/],
    ['names', { A: text }, /the name "A"/],
  ])('refuses %s', async (_name, content, message) => {
    expect(await problemsOf(content)).toEqual([expect.stringMatching(message)]);
  });

  test('tells several faults at once, and of many how many', async () => {
    const names = Array.from({ length: 13 }, (_, index) => [`name${index}`, text]);
    const problems = await problemsOf(Object.fromEntries(names));
    expect(problems).toHaveLength(11);
    expect(problems.at(-1)).toBe('TRUSTED_DOCUMENTS has 3 more documents at fault.');
  });

  test('refuses to require documents where there are none', async () => {
    expect(await problemsOf({}, 'require')).toEqual([expect.stringContaining('would refuse everything')]);
    await expect(readTrustedTexts({ trustedFile: undefined, mode: 'require' })).rejects.toThrow(ConfigError);
  });
});
