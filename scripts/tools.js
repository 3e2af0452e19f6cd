import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The programs that some tests need beside npm's packages, each with its path, or null where it is not installed. */
export function findTools() {
  return [
    {
      name: 'Redis',
      path: process.env.TEST_REDIS_URL || find('redis-server', ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin']),
      remedy: 'apt-get install redis-server, or set TEST_REDIS_URL',
    },
    {
      name: 'Chromium',
      path: findChromium(),
      remedy: 'apt-get install chromium, or set CHROMIUM_PATH',
    },
    {
      name: 'the clients',
      path: findPackages('test/clients'),
      remedy: 'npm ci --prefix test/clients',
    },
    {
      name: 'the example client',
      path: findPackages('examples/spa'),
      remedy: 'npm ci --prefix examples/spa',
    },
  ];
}

export function findChromium() {
  return process.env.CHROMIUM_PATH || find('chromium', ['/usr/bin', '/usr/local/bin']);
}

/** Where the packages of a folder that has its own are, or null where they are not installed. */
export function findPackages(folder) {
  const installed = join(import.meta.dirname, '..', folder, 'node_modules');
  // npm writes this file last.
  return existsSync(join(installed, '.package-lock.json')) ? installed : null;
}

function find(program, usual) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...usual];
  return folders.map((folder) => join(folder, program)).find(isExecutable) ?? null;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
