import './require-node.js';
import { execFileSync, spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTools } from './tools.js';

/**
 * `npm test`: runs every test whose tools are here, and says in one line which were left out and how to have them.
 * With REQUIRE_ALL_TESTS=1 a missing tool is a failure, and so is a skipped test. Arguments go on to Jest.
 */
const results = join(tmpdir(), `watchme-tests-${process.pid}.json`);
// The servers that tests start are built ones.
execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
const jest = spawn(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--json',
    `--outputFile=${results}`,
    ...process.argv.slice(2),
  ],
  // Jest writes its report to the error stream; the JSON goes to the file alone.
  { stdio: ['ignore', 'ignore', 'inherit'] },
);

jest.on('exit', (code) => void conclude(code));

async function conclude(code) {
  const report = await readFile(results, 'utf8').then(JSON.parse, () => null);
  await rm(results, { force: true });
  const isAllRequired = process.env.REQUIRE_ALL_TESTS === '1';
  const missing = findTools().filter((tool) => tool.path === null);
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  if (isAllRequired && skipped > 0) process.stdout.write(`Skipped, and so failed: ${skipped}.\n`);
  if (report !== null) {
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites + (isAllRequired ? skipped : 0);
    process.stdout.write(`${report.numPassedTests} passed, ${failed} failed\n`);
  }
  if (missing.length > 0) {
    const tools = missing.map(({ name, remedy }) => `${name} (${remedy})`).join(' and ');
    process.stdout.write(`Left out: the tests that need ${tools}.\n`);
  }
  const isIncomplete = isAllRequired && (missing.length > 0 || skipped > 0);
  process.exitCode = isIncomplete ? 1 : (code ?? 1);
}
