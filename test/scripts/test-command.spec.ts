import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Entry } from '../support/entry.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watchme-tests-'));
  const lines = ["test('a', () => {});", "test.skip('b', () => {});", "test.todo('c');"];
  await writeFile(join(folder, 'some.spec.cjs'), lines.join('\n'));
});
afterAll(() => rm(folder, { recursive: true }));

async function runTests(env: Record<string, string>) {
  const config = { rootDir: folder, testMatch: ['**/*.spec.cjs'], transform: {} };
  // Any program stands for the tools, so that nothing but the skipped tests is missing.
  const tools = { TEST_REDIS_URL: 'redis://localhost', CHROMIUM_PATH: process.execPath };
  const run = Entry.node(['scripts/test.js', `--config=${JSON.stringify(config)}`], { ...tools, ...env });
  const code = await run.ended();
  return { code, closing: run.text.trim().split('\n').at(-1) };
}

test('a skipped test is left out', async () => {
  expect(await runTests({})).toEqual({ code: 0, closing: '1 passed, 0 failed' });
});

test('a skipped test is a failure where all are required', async () => {
  expect(await runTests({ REQUIRE_ALL_TESTS: '1' })).toEqual({ code: 1, closing: '1 passed, 2 failed' });
});
