import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { MeasuredProcess } from './measured-process.js';

const folder = resolve('bench/peers');

/** Names as the report shows them. `raw` has a path for each answer; the others have one endpoint. */
const peers = {
  raw: { name: 'raw node:http, ready bytes', file: 'raw.js', path: '/' },
  mercurius: { name: 'mercurius, JIT', file: 'mercurius.js', path: '/graphql' },
  apolloCache: { name: 'Apollo Server + response cache', file: 'apollo-cache.js', path: '/' },
  yogaCache: { name: 'GraphQL Yoga + response cache', file: 'yoga-cache.js', path: '/graphql' },
  nestApollo: { name: 'NestJS + Apollo', file: 'dist/nest-apollo.js', path: '/graphql' },
};

/** Installs them where they are missing or were installed from another lockfile, and builds the one in TypeScript. */
export function preparePeers() {
  const installed = resolve(folder, 'node_modules/.package-lock.json');
  const isThere =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(resolve(folder, 'package-lock.json')).mtimeMs;
  if (!isThere) {
    process.stdout.write('Installing what WatchMe is compared with, once.\n');
    execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  execFileSync(resolve('node_modules/.bin/tsc'), ['-p', folder], { stdio: 'inherit' });
}

/** All of them, each listening on 127.0.0.1, with what the file at `data` holds. */
export async function startPeers(data, stops) {
  const starting = Object.entries(peers).map(async ([key, { name, file, path }]) => {
    const process = new MeasuredProcess(resolve(folder, file), {
      args: [data],
      env: { NODE_ENV: 'production' },
      cwd: folder,
    });
    stops.push(() => process.stop());
    return [key, { name, path, port: await process.port(), processes: [process] }];
  });
  return Object.fromEntries(await Promise.all(starting));
}
