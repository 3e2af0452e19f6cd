import './require-node.js';
import { execFileSync } from 'node:child_process';
import { relative } from 'node:path';
import { countTests, runJest } from './run-jest.js';
import { findTools } from './tools.js';

/**
 * `npm test`: runs every test whose tools are here, and says in one line which were left out and how to have them.
 * With REQUIRE_ALL_TESTS=1 a missing tool is a failure, and so is a skipped test. With SECOND_LOOK=1 the suites that
 * failed are named and run once more, one by one: on a machine that stood still, a test that has a second may have
 * failed; a fault of ours fails again. Arguments go on to Jest.
 */
const isAllRequired = process.env.REQUIRE_ALL_TESTS === '1';
const args = process.argv.slice(2);
// The servers that tests start are built ones.
execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
const first = await runJest(args);
conclude(process.env.SECOND_LOOK === '1' ? await lookAgain(first) : first);

async function lookAgain(outcome) {
  const failed = (outcome.suites ?? []).filter(({ status }) => status === 'failed').map(({ name }) => name);
  if (failed.length === 0) return outcome;
  process.stdout.write(`Failed, and run once more: ${failed.map((name) => relative('.', name)).join(', ')}\n`);
  const options = args.filter((arg) => arg.startsWith('--'));
  const second = await runJest([...options, '--runInBand', '--runTestsByPath', ...failed]);
  const others = outcome.suites.filter(({ name }) => !failed.includes(name));
  return { code: second.code, suites: second.suites && [...others, ...second.suites] };
}

function conclude({ code, suites }) {
  const missing = findTools().filter((tool) => tool.path === null);
  const { passed, failed, skipped } = countTests(suites ?? []);
  if (isAllRequired && skipped > 0) process.stdout.write(`Skipped, and so failed: ${skipped}.\n`);
  if (suites !== null) process.stdout.write(`${passed} passed, ${failed + (isAllRequired ? skipped : 0)} failed\n`);
  if (missing.length > 0) {
    const tools = missing.map(({ name, remedy }) => `${name} (${remedy})`).join(' and ');
    process.stdout.write(`Left out: the tests that need ${tools}.\n`);
  }
  const isIncomplete = isAllRequired && (missing.length > 0 || skipped > 0);
  process.exitCode = isIncomplete ? 1 : code;
}
