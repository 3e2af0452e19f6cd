import './require-node.js';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * `npm run dev`: builds, serves, and does both again whenever a source file changes. Ctrl-C ends all of it with code
 * 0. A first build or start that fails, or a compiler that dies, ends all of it with another; a server that dies after
 * a change waits for the next one. (`node --watch` would restart it too, but aborts at times when it is ended.)
 */
const settledMs = 200;
/** Above the five seconds that requests under way have and the six that PostgreSQL has after them. */
const graceMs = 15_000;
const children = new Set();
let isEnding = false;
let server;
let restart;
let restarting = Promise.resolve();

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void endAll(0));

// One after the other: the second reads the types that the first writes.
await compile('demo');
await compile('tsconfig.build.json');
serve((code) => endAll(code || 1, 'The server ended.'));

/** Compiles at every change, and returns after the first time. */
function compile(project) {
  const compiler = start('node_modules/.bin/tsc', ['-p', project, '--watch', '--preserveWatchOutput'], 'pipe');
  compiler.on('exit', () => void endAll(1, `The compiler of ${project} ended.`));
  return new Promise((resolve) => {
    compiler.stdout.setEncoding('utf8').on('data', (text) => {
      process.stdout.write(text);
      const errors = /Found (\d+) errors?\. Watching/.exec(text)?.[1];
      if (errors === '0') resolve(server === undefined || serveAgain());
      else if (errors !== undefined && server === undefined) void endAll(1, `The first build of ${project} failed.`);
    });
  });
}

function serve(onDeath) {
  const current = start(process.execPath, ['--env-file-if-exists=.env', 'dist/scripts/start.js'], 'inherit');
  server = current;
  current.on('exit', (code) => {
    if (server === current && !isEnding) onDeath(code);
  });
}

/** Once, where several builds follow each other; never two at a time. */
function serveAgain() {
  clearTimeout(restart);
  restart = setTimeout(() => {
    restarting = restarting.then(replaceServer);
  }, settledMs);
}

async function replaceServer() {
  const old = server;
  server = null;
  if (children.has(old)) {
    signalGroup(old, 'SIGTERM');
    await once(old, 'exit');
  }
  if (!isEnding) serve(() => process.stderr.write('The server ended. It starts again after the next change.\n'));
}

/** In a process group of its own, so that nothing it starts is left behind, and Ctrl-C comes through us alone. */
function start(command, args, output) {
  const child = spawn(command, args, { stdio: ['ignore', output, 'inherit'], detached: true });
  children.add(child);
  child.on('exit', () => children.delete(child));
  return child;
}

async function endAll(code, reason) {
  if (isEnding) return;
  isEnding = true;
  clearTimeout(restart);
  if (reason !== undefined) process.stderr.write(`${reason}\n`);
  const ending = [...children];
  for (const child of ending) signalGroup(child, 'SIGTERM');
  const ended = Promise.all(ending.map((child) => once(child, 'exit')));
  await Promise.race([ended, delay(graceMs)]);
  for (const child of ending) signalGroup(child, 'SIGKILL');
  process.exit(code);
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
