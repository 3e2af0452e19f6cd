import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';

/** Which core is whose, where there are two and `taskset` is there. */
const cores = { servers: '0', load: '1', second: cpus().length > 2 ? '2' : '0' };

const isPinned = cpus().length > 1 && has('taskset', ['--version']);

/** The command that runs this one on the core of `servers`, of `load`, or of a `second` server. */
export function commandOn(side, command) {
  return isPinned ? ['taskset', '--cpu-list', cores[side], ...command] : command;
}

/** Moves this process, and what it will start, to the core of the load. */
export function moveToLoadCore() {
  if (isPinned) execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', cores.load, String(process.pid)]);
}

export function hasRedis() {
  return has('redis-server', ['--version']);
}

/** Lines for the head of the report. */
export function describeMachine() {
  const [{ model }] = cpus();
  const where = isPinned ? 'servers on one core, the load and all else on another' : 'not pinned to cores';
  return [
    ['Machine', `${cpus().length} cores, ${model}, ${Math.round(totalmem() / 1024 ** 3)} GB; ${where}`],
    ['System', `${type()} ${release()}, Node ${process.versions.node}`],
  ];
}

/** Names and versions of what is compared. */
export function describeVersions() {
  const { dependencies } = JSON.parse(readFileSync('bench/peers/package.json', 'utf8'));
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const shown = [
    '@nestjs/core',
    '@nestjs/graphql',
    '@apollo/server',
    '@apollo/server-plugin-response-cache',
    'fastify',
    'mercurius',
    'graphql-yoga',
    '@graphql-yoga/plugin-response-cache',
    'graphql',
  ];
  return [`WatchMe ${version}`, ...shown.map((name) => `${name} ${dependencies[name]}`)].join(', ');
}

function has(command, args) {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
