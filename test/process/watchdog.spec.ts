import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { Entry } from '../support/entry.js';
import { atSignal, RealApp } from '../support/real-app.js';

// A machine that is busy with other tests may hold up what is timed here.
jest.retryTimes(2);

let standIn: StandIn;
const started: Entry[] = [];

beforeAll(async () => {
  standIn = await startStandIn();
});
afterEach(() => {
  for (const entry of started.splice(0)) entry.kill();
});
afterAll(() => standIn.close());

const block = (ms: number): string => `for (const end = Date.now() + ${ms}; Date.now() < end; );`;
const watchdog = pathToFileURL('dist/platform/process/watchdog.js').href;

/** A program that is watched, and does something a moment later. */
const watched = (code: string, limitMs = 600): string[] => [
  '--input-type=module',
  '-e',
  `import { startWatchdog } from '${watchdog}';
   process.on('SIGTERM', () => process.exit(0));
   setTimeout(() => console.log('over'), 1500);
   const stop = startWatchdog(true, { limitMs: ${limitMs}, everyMs: 100 });
   setTimeout(() => { ${code} }, 200);`,
];

function run(args: readonly string[]): Entry {
  const entry = Entry.node(args);
  started.push(entry);
  return entry;
}

test('a process whose event loop is blocked ends, with a line that says so', async () => {
  const entry = run(watched(`console.log('blocked'); ${block(20_000)}`));
  await entry.says(/blocked\n/);
  entry.signal('SIGTERM');
  expect(await entry.ended()).toBe('SIGKILL');
  const line = JSON.parse(await entry.says(/^\{.*\}$/m)) as { blockedMs: number };
  expect(line).toMatchObject({
    level: 60,
    context: 'Watchdog',
    msg: 'The event loop is blocked: the process ends',
  });
  expect(line.blockedMs).toBeGreaterThanOrEqual(600);
});

test.each([
  ['one that is blocked for less', block(300)],
  ['one whose watchdog was called off', `stop(); ${block(1000)}`],
])('%s lives on', async (_name, code) => {
  expect([await run(watched(code)).ended()]).toEqual([0]);
});

test('one that is debugged lives on', async () => {
  expect(await run(['--inspect=127.0.0.1:0', ...watched(block(1000))]).ended()).toBe(0);
});

test('one that was suspended lives on, busy as it is', async () => {
  // Suspended in the middle of a turn, so that a look right after it meets no beat.
  const turn = 'for (const begun = process.cpuUsage(); process.cpuUsage(begun).user < 500_000; );';
  const entry = run(watched(`console.log('begun'); ${turn}`, 4000));
  await entry.says(/begun/);
  entry.signal('SIGSTOP');
  await delay(5000);
  entry.signal('SIGCONT');
  expect(await entry.ended()).toBe(0);
  expect(entry.text).not.toContain('Watchdog');
});

const unshare = ['--pid', '--fork', '--kill-child', '--user', '--map-root-user'];
const canUnshare = spawnSync('unshare', [...unshare, 'true']).status === 0;
if (!canUnshare) process.stderr.write('Left out: the first process of a container (this machine has no `unshare`)\n');

(canUnshare ? test : test.skip)('the first process of a container, immune to its own SIGKILL, ends too', async () => {
  const entry = Entry.run('unshare', [...unshare, process.execPath, ...watched(block(20_000))]);
  started.push(entry);
  expect(await entry.ended()).toBe('SIGTRAP');
});

test('the app is watched: blocked for ten seconds it ends, whatever SIGTERM says', async () => {
  const { entry } = await RealApp.start({ standIn, flags: atSignal(block(40_000)) });
  started.push(entry);
  entry.signal('SIGUSR2');
  entry.signal('SIGTERM');
  expect(await entry.ended()).toBe('SIGKILL');
  expect(entry.text).toContain('"context":"Watchdog"');
}, 60_000);
