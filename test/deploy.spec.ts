import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { alarmProblems, alarmsOf, isCodeKnown, watched } from './deploy/alarm-checks.js';
import { type Files, readDeployment, readFiles } from './deploy/deployment.js';
import { manifestProblems } from './deploy/manifest-checks.js';
import { parityProblems } from './deploy/parity-checks.js';
import { plantedFaults } from './deploy/planted-faults.js';
import { patchProblems } from './deploy/patch-checks.js';
import { templateProblems, validatorProblems } from './deploy/template-checks.js';
import { anchorsOf } from './docs/anchors.js';

const files = readFiles();

/** All that is wrong with a deployment; files that can not be read are all that is told then. */
function problemsOf(tree: Files): string[] {
  try {
    const deployment = readDeployment(tree);
    return [
      ...manifestProblems(deployment, tree),
      ...templateProblems(deployment),
      ...patchProblems(deployment),
      ...parityProblems(deployment, tree),
      ...alarmProblems(deployment),
      ...validatorProblems(deployment, 'prod'),
    ];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** The files with one thing written otherwise. */
function planted(path: string, from: string | RegExp, to: string): Files {
  const text = files.get(path) ?? '';
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${path} has no ${from}`);
  return new Map([...files, [path, changed]]);
}

describe('copilot/', () => {
  test('is free of all that is looked for', () => {
    expect(problemsOf(files)).toEqual([]);
  });

  test.each(['test', 'prod'])("passes AWS's own validator, with the parameters of %s", (environment) => {
    expect(validatorProblems(readDeployment(files), environment)).toEqual([]);
  });
});

describe('a mistake that Copilot does not catch, or only once it deploys', () => {
  test.each(plantedFaults)('is caught: %s', (_, path, from, to, complaint) => {
    expect(problemsOf(planted(path, from, to)).join('\n')).toMatch(complaint);
  });
});

describe('the alarms', () => {
  const alarms = alarmsOf(readDeployment(files));

  test.each(watched)('watch %s', (metric) => {
    expect(alarms.filter(({ metrics }) => metrics.includes(metric))).not.toEqual([]);
    expect(isCodeKnown(metric)).toBe(true);
  });

  test.each(alarms)('have a runbook: $name', ({ anchor }) => {
    expect(anchorsOf(readFileSync('docs/operations.md', 'utf8'))).toContain(anchor);
  });
});
