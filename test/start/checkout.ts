import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from '@jest/globals';
import { findPostmaster, type Postmaster } from '../../src/scripts/postgres/postmaster.js';
import type { Answer } from '../support/api.js';
import { Entry } from '../support/entry.js';
import { leaveNothingIn } from '../support/leave-nothing.js';

const input = '{ email: "viewer@example.com", password: "seventeen quiet owls at noon" }';
const register = `mutation { register(input: ${input}) { __typename } }`;
const login = `mutation { login(input: ${input}) { __typename } }`;
const films = '{ movies(first: 1) { nodes { title } } }';

/** A started app, and where it answers. */
export interface Started {
  readonly entry: Entry;
  readonly url: string;
}

/** A folder of a test's own to start the app in, as if it were the checkout. */
export class Checkout {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'watchme-start-')));
  /** Where the data go when the folder is closed to others. */
  readonly elsewhere = `/var/tmp/watchme-${createHash('sha256').update(this.folder).digest('hex').slice(0, 12)}`;
  private readonly leave = leaveNothingIn(this.folder, this.elsewhere);
  private readonly running: Entry[] = [];

  constructor() {
    // Where root starts it, another user has to get in.
    chmodSync(this.folder, 0o755);
  }

  /** A path of what the app keeps. */
  kept(name: string): string {
    return join(this.folder, '.watchme', name);
  }

  launch(env: Readonly<Record<string, string>> = {}, flags: readonly string[] = []): Entry {
    const entry = Entry.node([...flags, resolve('dist/scripts/start.js')], { PORT: '0', ...env }, this.folder);
    this.running.push(entry);
    return entry;
  }

  /** Launches it, and returns once it answers. */
  async start(env: Readonly<Record<string, string>> = {}, flags: readonly string[] = []): Promise<Started> {
    const entry = this.launch(env, flags);
    return { entry, url: await urlOf(entry) };
  }

  get postmaster(): Postmaster | null {
    return findPostmaster(this.kept('postgres/data'));
  }

  /** As a power cut does. */
  async killPostgres(): Promise<void> {
    for (const data of [this.kept('postgres/data'), join(this.elsewhere, 'data')]) {
      const server = findPostmaster(data);
      if (server === null) continue;
      process.kill(server.pid, 'SIGKILL');
      while (findPostmaster(data) !== null) await new Promise((later) => setTimeout(later, 5));
    }
  }

  /** Films are there, accounts are not, and what to do is said. */
  async expectFilmsOnly(told: RegExp, flags: readonly string[] = []): Promise<void> {
    const { entry, url } = await this.start({}, flags);
    expect(entry.text).toMatch(told);
    expect(await ask(url, films)).toEqual({ data: { movies: { nodes: [{ title: 'Inception' }] } } });
    expect(await ask(url, register)).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
    await stop(entry);
  }

  /** Ends all that was started, and removes all that was kept. */
  async remove(): Promise<void> {
    for (const entry of this.running.splice(0)) entry.kill();
    try {
      // Off Linux nobody else does.
      await this.killPostgres();
    } finally {
      await this.leave();
    }
  }
}

function urlOf(entry: Entry): Promise<string> {
  return entry.says(/answers at (http\S+)/);
}

export async function ask(url: string, query: string): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  return (await (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) })).json()) as Answer;
}

export async function expectToRegister(url: string): Promise<void> {
  expect(await ask(url, register)).toEqual({ data: { register: { __typename: 'AuthSuccess' } } });
}

export async function expectToLogIn(url: string): Promise<void> {
  expect(await ask(url, login)).toEqual({ data: { login: { __typename: 'AuthSuccess' } } });
}

/** As an orderly stop does. */
export async function stop(entry: Entry): Promise<void> {
  entry.signal('SIGTERM');
  expect(await entry.ended()).toBe(0);
}

/** Ends it at once. */
export async function killApp(entry: Entry): Promise<void> {
  entry.kill();
  await entry.ended();
}
