import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';

const documents = ['docs/deploy.md', 'docs/operations.md', 'docs/containers.md', 'docs/telemetry.md'];
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** Programs that only somebody with an AWS account, or a Docker engine, can run. */
const elsewhere: Readonly<Record<string, RegExp>> = {
  'Needs AWS.': /^(aws|copilot)\b/m,
  'Needs Docker.': /^docker\b/m,
};

interface Block {
  readonly commands: string;
  /** The line of prose before it. */
  readonly mark: string;
}

function blocksOf(document: string): Block[] {
  const text = readFileSync(document, 'utf8');
  const found = [...text.matchAll(/([^\n]*)\n\n```sh\n([^]*?)```/g)];
  return found.map(([, mark = '', commands = '']) => ({ mark, commands }));
}

describe.each(documents)('%s', (document) => {
  test('marks the commands that need an account or an engine, and no others', () => {
    for (const { mark, commands } of blocksOf(document)) {
      for (const [sign, programs] of Object.entries(elsewhere)) {
        expect([commands, mark === sign]).toEqual([commands, programs.test(commands)]);
      }
    }
  });

  test('names npm scripts that there are', () => {
    const named = [...readFileSync(document, 'utf8').matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

describe('docs/operations.md', () => {
  const entries = readFileSync('docs/operations.md', 'utf8').split(/^## /m).slice(3);

  test('has entries at all', () => {
    expect(entries.length).toBeGreaterThan(20);
  });

  test.each(entries.map((entry) => [entry.split('\n', 1)[0] ?? '', entry]))(
    'shows by a test what it says of: %s',
    (_, entry) => {
      const named = [...entry.matchAll(/`((?:test|src)\/[\w/.-]+\.spec\.ts)`/g)].map(([, path = '']) => path);
      const isReferring = /as \[[^\]]+\]\(#/.test(entry);
      expect(isReferring || named.length > 0).toBe(true);
      expect(named.filter((path) => !existsSync(path))).toEqual([]);
    },
  );
});
