import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/load-config.js';
import { composeProblems, readCompose } from './compose-rules.js';

const text = readFileSync('docker-compose.yml', 'utf8');
const { services } = readCompose(text);

function planted(from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`docker-compose.yml has no ${from}`);
  return text.replace(from, to);
}

describe('docker-compose.yml', () => {
  test('is free of what is looked for', () => {
    expect(composeProblems(text)).toEqual([]);
  });

  test.each([
    ['a port open to the network', "'127.0.0.1:4000:4000'", "'4000:4000'", /api opens 4000:4000/],
    ['an image of no version', 'image: postgres:18', 'image: postgres', /postgres is of postgres, which is no version/],
    ['a volume that is none', '  database:\n  secrets:\n', '  secrets:\n', /mounts database, which is no volume/],
    ['a volume of nobody', '  database:\n  secrets:\n', '  database:\n  spare:\n  secrets:\n', /nobody mounts spare/],
    ['a key that is none', 'stop_grace_period: 30s', 'stop_grace: 30s', /stop_grace/],
    [
      'no waiting for migrations',
      'condition: service_completed_successfully\n      redis',
      'condition: service_started\n      redis',
      /waits for the start of migrate alone/,
    ],
    ['a service that is none', '      demo:\n        condition', '      demos:\n        condition', /waits for demos/],
    [
      'no health check',
      '    healthcheck:\n      test: [CMD-SHELL',
      '    x-healthcheck:\n      test: [CMD-SHELL',
      /x-healthcheck|tells none/,
    ],
    [
      'a password',
      'POSTGRES_PASSWORD_FILE: /secrets/database-password',
      'POSTGRES_PASSWORD: watchme',
      /a password is written down/,
    ],
    ['a variable that nobody reads', 'EXPLORER: ${EXPLORER', 'EXPLORERS: ${EXPLORER', /api is given EXPLORERS/],
    ['a file system to write to', 'read_only: true', 'read_only: false', /is not hardened/],
  ])('with %s is refused', (_, from, to, complaint) => {
    expect(composeProblems(planted(from, to)).join('\n')).toMatch(complaint);
  });
});

describe('its commands', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'compose-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Runs a service's command as compose would, with its volume in a folder of the test's. */
  function run(name: string, env: Readonly<Record<string, string>> = {}): string {
    const [program = '', ...args] = services[name]?.command ?? [];
    const own = args.map((arg) => arg.replaceAll('$$', '$').replaceAll('/secrets', folder));
    const path = `${folder}:${process.env['PATH']}`;
    const result = spawnSync(program, own, { encoding: 'utf8', env: { PATH: path, ...env } });
    if (result.status !== 0) throw new Error(result.stderr);
    return result.stdout;
  }

  function fake(name: string, script: string): void {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }

  const kept = (): string[] =>
    ['database-password', 'redis-password', 'api.env'].map((name) => readFileSync(join(folder, name), 'utf8'));

  test('make three secrets that nobody chose, and keep them', () => {
    run('secrets');
    const [database = '', redis = '', env = ''] = kept();
    expect(new Set([database, redis]).size).toBe(2);
    for (const secret of [database, redis]) expect(secret).toMatch(/^[\w-]{43}$/);
    expect(env).toContain(`postgres://watchme:${database}@postgres:5432/watchme`);
    expect(env).toContain(`redis://:${redis}@redis:6379`);
    run('secrets');
    expect(kept()).toEqual([database, redis, env]);
  });

  /** What the API would be started with. */
  function environmentOfApi(token: string, isDemoThere: boolean): Record<string, string> {
    run('secrets');
    fake('getent', isDemoThere ? 'exit 0' : 'exit 2');
    fake('node', 'env');
    const lines = run('api', { TMDB_READ_TOKEN: token })
      .split('\n')
      .filter((line) => line.includes('='));
    return Object.fromEntries(lines.map((line) => [line.split('=', 1)[0], line.slice(line.indexOf('=') + 1)]));
  }

  test('give the API all that it needs, where there is a token', () => {
    const env = environmentOfApi('a-token', true);
    expect(() => loadConfig({ ...env, NODE_EXTRA: '' })).not.toThrow();
    expect(env).toMatchObject({ TMDB_READ_TOKEN: 'a-token' });
    expect(env).not.toHaveProperty('TMDB_BASE_URL');
  });

  test('turn to the demo catalogue where there is none and the profile is on', () => {
    expect(environmentOfApi('', true)).toMatchObject({
      TMDB_READ_TOKEN: 'demo',
      TMDB_BASE_URL: 'http://demo:4001/3',
      TMDB_IMAGE_BASE_URL: 'http://127.0.0.1:4001/t/p',
    });
  });

  test('leave it to the API to say what it lacks, where the profile is off', () => {
    expect(() => loadConfig(environmentOfApi('', false))).toThrow(/TMDB_READ_TOKEN is missing\. Copy the "API Read/);
  });
});
