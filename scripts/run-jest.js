import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const results = join(tmpdir(), `watchme-tests-${process.pid}.json`);

/** Runs Jest. Gives its exit code, and what it says of each suite (as of `--json`): null where it did not come to that. */
export async function runJest(args) {
  const jest = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      '--json',
      `--outputFile=${results}`,
      ...args,
    ],
    // Jest writes its report to the error stream; the JSON goes to the file alone.
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [code] = await once(jest, 'exit');
  const report = await readFile(results, 'utf8').then(JSON.parse, () => null);
  await rm(results, { force: true });
  return { code: code ?? 1, suites: report?.testResults ?? null };
}

/** How many tests passed, failed (a suite that could not run counts as one) and were skipped. */
export function countTests(suites) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { status, assertionResults } of suites) {
    const failed = assertionResults.filter((test) => test.status === 'failed').length;
    const passed = assertionResults.filter((test) => test.status === 'passed').length;
    counts.passed += passed;
    counts.failed += failed === 0 && status === 'failed' ? 1 : failed;
    counts.skipped += assertionResults.length - passed - failed;
  }
  return counts;
}
