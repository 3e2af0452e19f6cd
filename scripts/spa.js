import './require-node.js';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { findPackages } from './tools.js';

/**
 * `npm run spa`: the API as of `npm start` and the example client on Vite's development server, which passes `/graphql`
 * on to it. Installs the packages of the client where they are missing. Ctrl-C ends both with code 0; whichever ends by
 * itself ends the other too, with another code.
 */
const client = 'examples/spa';
const { PORT = '4000', SPA_PORT = '5173' } = process.env;
const address = `http://localhost:${SPA_PORT}`;
/** So that the links in mails lead here, whichever port this is and whatever `.env` says. */
const { PUBLIC_APP_URL = address } = process.env;
/** Above what the API gives its requests and its PostgreSQL to end. */
const graceMs = 15_000;
const children = new Set();
let isEnding = false;

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void endAll(0));

if (findPackages(client) === null) await step('npm', ['ci', '--prefix', client]);
await step('npm', ['run', '--silent', 'codegen', '--prefix', client]);
const api = start(process.execPath, ['scripts/start.js'], { PORT, PUBLIC_APP_URL });
api.on('exit', (code) => void endAll(code || 1, 'The API ended.'));
await answers(`http://127.0.0.1:${PORT}/health/live`);
const vite = start(
  process.execPath,
  ['node_modules/vite/bin/vite.js', '--port', SPA_PORT, '--logLevel', 'warn'],
  { WATCHME_API: `http://127.0.0.1:${PORT}` },
  client,
);
vite.on('exit', (code) => void endAll(code || 1, 'The client ended.'));
await answers(address);
process.stdout.write(`\n  The example client is at ${address}; Ctrl-C ends it and the API\n\n`);

/** In a process group of its own, so that nothing it starts is left behind, and Ctrl-C comes through us alone. */
function start(command, args, env = {}, cwd = '.') {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  children.add(child);
  child.on('exit', () => children.delete(child));
  return child;
}

async function step(command, args) {
  const [code] = await once(start(command, args), 'exit');
  if (code !== 0) await endAll(code ?? 1, `${[command, ...args].join(' ')} failed.`);
}

/** Waits until somebody listens there, whatever they answer. */
async function answers(url) {
  for (;;) {
    const response = await fetch(url).catch(() => null);
    if (response !== null) return;
    await delay(100);
  }
}

/** Never returns: nothing more is begun. */
async function endAll(code, reason) {
  if (isEnding) return new Promise(() => {});
  isEnding = true;
  if (reason !== undefined) process.stderr.write(`${reason}\n`);
  const ending = [...children];
  for (const child of ending) signalGroup(child, 'SIGTERM');
  await Promise.race([Promise.all(ending.map((child) => once(child, 'exit'))), delay(graceMs)]);
  for (const child of ending) signalGroup(child, 'SIGKILL');
  return process.exit(code);
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
