import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Entry } from '../support/entry.js';
import { Checkout, stop } from './checkout.js';

let checkout: Checkout;

beforeEach(() => {
  checkout = new Checkout();
});

afterEach(() => checkout.remove());

function postmasterPid(): number {
  const pid = checkout.postmaster?.pid;
  if (pid === undefined) throw new Error('PostgreSQL does not run.');
  return pid;
}

describe('the end of npm start', () => {
  test('is one in order where PostgreSQL is gone already', async () => {
    const { entry } = await checkout.start();
    await checkout.killPostgres();
    await stop(entry);
  }, 120_000);

  test('ends a PostgreSQL that does not answer', async () => {
    const { entry } = await checkout.start();
    process.kill(postmasterPid(), 'SIGSTOP');
    await stop(entry);
    expect(checkout.postmaster).toBeNull();
  }, 120_000);

  test('tells of a PostgreSQL that outlives every signal', async () => {
    // What the system would do with one that waits for a broken disk.
    const deaf = `const kill = process.kill;
      process.kill = (pid, signal) => (signal === 0 ? kill.call(process, pid, signal) : true);`;
    const { entry } = await checkout.start({}, ['--import', `data:text/javascript,${encodeURIComponent(deaf)}`]);
    const pid = postmasterPid();
    entry.signal('SIGTERM');
    expect(await entry.ended()).toBe(1);
    expect(entry.text).toContain(`PostgreSQL (process ${pid}) does not end.`);
  }, 120_000);
});

test('an interrupted test leaves neither its processes nor its folder', async () => {
  const file = resolve('test/support/leave-nothing.ts');
  const code = `
    import { spawn } from 'node:child_process';
    const { leaveNothingIn } = await import(${JSON.stringify(file)});
    leaveNothingIn(${JSON.stringify(checkout.folder)});
    const options = { cwd: ${JSON.stringify(checkout.folder)}, detached: true, stdio: 'ignore' };
    console.log('left ' + spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], options).pid);
    setInterval(() => {}, 1000);`;
  const interrupted = Entry.node(['--input-type=module', '-e', code]);
  const pid = await interrupted.says(/left (\d+)\n/);
  interrupted.signal('SIGKILL');
  while (existsSync(checkout.folder)) await new Promise((later) => setTimeout(later, 5));
  expect(existsSync(join('/proc', pid, 'cwd'))).toBe(false);
}, 60_000);
