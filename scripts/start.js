import './require-node.js';
import { spawn } from 'node:child_process';

/**
 * `npm start`: builds what has changed, then serves, in one process, so that a signal at any time ends all of it with
 * code 0. A file `.env` adds to the environment.
 */
let compiler;
const endWhileBuilding = () => {
  compiler?.kill('SIGTERM');
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, endWhileBuilding);

// One after the other: the second reads the types that the first writes.
for (const project of ['demo', 'tsconfig.build.json']) {
  const code = await compile(project);
  if (code !== 0) process.exit(code);
}
try {
  process.loadEnvFile();
} catch (error) {
  if (error.code !== 'ENOENT') throw error;
}
// From here on the entry has handlers of its own.
for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, endWhileBuilding);
await import('../dist/scripts/start.js');

function compile(project) {
  compiler = spawn('node_modules/.bin/tsc', ['-p', project], { stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve) => compiler.on('exit', (code) => resolve(code ?? 1)));
}
