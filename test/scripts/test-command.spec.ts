import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Entry } from '../support/entry.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watchme-tests-'));
  await writeSuite('some', "test('a', () => {});", "test.skip('b', () => {});", "test.todo('c');");
});
afterEach(() => rm(folder, { recursive: true }));

test('a skipped test is left out', async () => {
  expect(await runTests({})).toEqual({ code: 0, closing: '1 passed, 0 failed' });
});

test('a skipped test is a failure where all are required', async () => {
  expect(await runTests({ REQUIRE_ALL_TESTS: '1' })).toEqual({ code: 1, closing: '1 passed, 2 failed' });
});

test('a suite that fails by chance is a failure, and none where it passes at a second look', async () => {
  await writeByChance();
  expect(await runTests({})).toEqual({ code: 1, closing: '1 passed, 1 failed' });
  await rm(join(folder, 'seen'));
  expect(await runTests({ SECOND_LOOK: '1' })).toEqual({ code: 0, closing: '3 passed, 0 failed' });
});

test('a suite that fails at a second look, too, is a failure', async () => {
  await writeSuite('broken', "throw new Error('always');");
  await writeSuite('wrong', "test('f', () => expect(1).toBe(2));");
  await writeByChance();
  expect(await runTests({ SECOND_LOOK: '1' })).toEqual({ code: 1, closing: '3 passed, 2 failed' });
});

function writeSuite(name: string, ...lines: string[]): Promise<void> {
  return writeFile(join(folder, `${name}.spec.cjs`), lines.join('\n'));
}

/** Two tests whose suite can't be read the first time. */
function writeByChance(): Promise<void> {
  const seen = JSON.stringify(join(folder, 'seen'));
  return writeSuite(
    'chance',
    "const { existsSync, writeFileSync } = require('node:fs');",
    `const isSeen = existsSync(${seen}); writeFileSync(${seen}, '');`,
    "if (!isSeen) throw new Error('by chance');",
    "test('d', () => {}); test('e', () => {});",
  );
}

async function runTests(env: Record<string, string>) {
  const config = { rootDir: folder, testMatch: ['**/*.spec.cjs'], transform: {} };
  // Any program stands for the tools, so that nothing but the skipped tests is missing.
  const tools = { TEST_REDIS_URL: 'redis://localhost', CHROMIUM_PATH: process.execPath };
  const run = Entry.node(['scripts/test.js', `--config=${JSON.stringify(config)}`], { ...tools, ...env });
  const code = await run.ended();
  return { code, closing: /^\d+ passed, .*$/m.exec(run.text)?.[0] };
}
