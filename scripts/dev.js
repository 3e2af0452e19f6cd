import './require-node.js';
import { spawn } from 'node:child_process';

/** `npm run dev`: builds, serves, and does both again whenever a source file changes. Ctrl-C ends all of it. */
const tsc = 'node_modules/.bin/tsc';
const children = [];

await run(tsc, ['-p', 'demo']);
await run(tsc, ['-p', 'tsconfig.build.json']);
watch(tsc, ['-p', 'demo', '--watch', '--preserveWatchOutput']);
watch(tsc, ['-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput']);
watch(process.execPath, ['--watch', '--watch-preserve-output', '--env-file-if-exists=.env', 'dist/scripts/start.js']);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of children) child.kill('SIGTERM');
  });
}

function run(command, args) {
  return new Promise((resolve) => {
    spawn(command, args, { stdio: 'inherit' }).on('exit', resolve);
  });
}

function watch(command, args) {
  children.push(spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }));
}
