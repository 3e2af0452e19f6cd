import { afterAll, beforeAll, describe } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './free-port.js';
import { leaveOut } from './leave-out.js';

const binary = findBinary('redis-server');
const givenUrl = process.env['TEST_REDIS_URL'];
const startLimitMs = 10_000;

/** A suite that needs a Redis, with its URL. Left out with a printed reason where there is none. */
export function describeWithRedis(title: string, define: (redisUrl: () => string) => void): void {
  if (binary === undefined && givenUrl !== undefined) describe(title, () => define(() => givenUrl));
  else describeWithRedisServer(title, (server) => define(() => server().url));
}

/** A suite that starts and stops a Redis of its own, which only the binary allows. */
export function describeWithRedisServer(title: string, define: (server: () => RedisServer) => void): void {
  describeWithRedisBinary(title, () => define(serverForSuite()));
}

/** A suite that starts a Redis in its own way. */
export function describeWithRedisBinary(title: string, define: () => void): void {
  if (binary !== undefined) describe(title, define);
  else leaveOut(title, 'no redis-server on this machine, and TEST_REDIS_URL does not give what it needs', define);
}

function serverForSuite(): () => RedisServer {
  let server: RedisServer | undefined;
  beforeAll(async () => {
    server = await RedisServer.start();
  });
  afterAll(() => server?.stop());
  return () => {
    if (server === undefined) throw new Error('The Redis of a suite is there from its `beforeAll` on.');
    return server;
  };
}

/** The files that it is started with, and the password it asks for. */
interface RedisTls {
  readonly certificate: string;
  readonly key: string;
  readonly authority: string;
  readonly password: string;
}

interface Place {
  readonly port: number;
  readonly folder: string;
  readonly tls: RedisTls | undefined;
}

/** A redis-server of the test's own, in a temporary folder, keeping nothing on disk. */
export class RedisServer {
  private child: ChildProcess;

  private constructor(private readonly place: Place) {
    this.child = launch(place);
  }

  static start(): Promise<RedisServer> {
    return RedisServer.launched();
  }

  /** One that is spoken to by TLS, as `localhost`. */
  static startWithTls(tls: RedisTls): Promise<RedisServer> {
    return RedisServer.launched(tls);
  }

  private static async launched(tls?: RedisTls): Promise<RedisServer> {
    const folder = mkdtempSync(join(tmpdir(), 'redis-test-'));
    const server = new RedisServer({ port: await freePort(), folder, tls });
    // A worker that ends early must not leave its server behind, not even a paused one.
    process.once('exit', () => server.child.kill('SIGKILL'));
    await server.untilReady();
    return server;
  }

  get port(): number {
    return this.place.port;
  }

  get url(): string {
    const { port, tls } = this.place;
    return tls === undefined ? `redis://127.0.0.1:${port}` : `rediss://:${tls.password}@localhost:${port}`;
  }

  /** Ends it and removes its folder. */
  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.place.folder, { recursive: true, force: true });
  }

  /** Ends it at once; whoever is connected sees the connection drop. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exit = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exit;
  }

  /** Hangs it: connections stay, and new ones are taken, but nothing is answered. */
  pause(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }

  /** Starts it anew on the same port, empty. */
  async restart(): Promise<void> {
    await this.kill();
    this.child = launch(this.place);
    await this.untilReady();
  }

  private async untilReady(): Promise<void> {
    const giveUpAt = Date.now() + startLimitMs;
    while (!(await isListening(this.place))) {
      if (this.child.exitCode !== null || Date.now() > giveUpAt) throw new Error('redis-server does not start');
      await delay(10);
    }
  }
}

function launch({ port, folder, tls }: Place): ChildProcess {
  if (binary === undefined) throw new Error('There is no redis-server on this machine.');
  const settings = { ...listening(port, tls), bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no' };
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  return spawn(binary, flags, { stdio: 'ignore' });
}

function listening(port: number, tls: RedisTls | undefined): Readonly<Record<string, string | number>> {
  if (tls === undefined) return { port };
  const { certificate, key, authority, password } = tls;
  const files = { 'tls-cert-file': certificate, 'tls-key-file': key, 'tls-ca-cert-file': authority };
  return { port: 0, 'tls-port': port, ...files, 'tls-auth-clients': 'no', requirepass: password };
}

/** With TLS, whether it takes connections: nothing more is told to who trusts no authority. */
function isListening({ port, tls }: Place): Promise<boolean> {
  if (tls === undefined) return answersPing(port);
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      resolve(true);
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
  });
}

function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.setTimeout(1000, () => socket.destroy());
    socket.once('data', (data) => {
      resolve(data.toString().startsWith('+PONG'));
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}

function findBinary(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
