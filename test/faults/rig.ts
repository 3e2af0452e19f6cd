import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { askPostgres } from '../support/ask-postgres.js';
import { Entry } from '../support/entry.js';
import type { Dependencies } from './faults.js';
import type { Target } from './send.js';
import { TcpProxy } from './tcp-proxy.js';

/** A Redis or a PostgreSQL of one's own on 127.0.0.1. */
export interface OwnServer {
  readonly url: string;
  /** On the same port; ended in the way its keepers do. */
  restart(): Promise<void>;
}

export interface RigOptions {
  readonly redis: OwnServer;
  /** With all tables. */
  readonly postgres: OwnServer;
  /** Settings of the app besides. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Long enough for a busy machine. */
const readyTries = 600;
const token = 'the-token-that-nobody-may-see';

/**
 * The app as it runs in production (`dist/main.js`, in a process of its own) between proxies: Redis, PostgreSQL and the
 * stand-in for TMDb are all reached through one, and so can be taken from it.
 */
export class Rig {
  readonly dependencies: Dependencies;
  private hasEnded = false;

  private constructor(
    readonly target: Target,
    private readonly app: Entry,
    private readonly standIn: StandIn,
    private readonly proxies: Readonly<Record<'redis' | 'postgres' | 'tmdb', TcpProxy>>,
    { redis, postgres }: RigOptions,
  ) {
    void app.ended().then(() => (this.hasEnded = true));
    this.dependencies = {
      redis: (mode) => proxies.redis.set(mode),
      postgres: (mode) => proxies.postgres.set(mode),
      tmdb: (mode) => proxies.tmdb.set(mode),
      tmdbAnswers: (fault) => this.setUpstreamFault(fault),
      restartRedis: () => redis.restart(),
      restartPostgres: () => postgres.restart(),
      endPostgresConnections: () => endConnections(postgres.url),
    };
  }

  static async start(options: RigOptions): Promise<Rig> {
    const standIn = await startStandIn({ token });
    const [redis, postgres, tmdb, port] = await Promise.all([
      TcpProxy.start(portOf(options.redis.url)),
      TcpProxy.start(portOf(options.postgres.url)),
      TcpProxy.start(standIn.port),
      freePort(),
    ]);
    const env = {
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'error',
      TMDB_READ_TOKEN: token,
      TMDB_BASE_URL: behind(tmdb, standIn.apiUrl),
      REDIS_URL: behind(redis, options.redis.url),
      DATABASE_URL: behind(postgres, options.postgres.url),
      JWT_SECRET: 'a-key-for-the-fault-suite-alone-0123456789',
      ...options.env,
    };
    const app = Entry.node(['dist/main.js'], env);
    const secrets = [token, env.JWT_SECRET, new URL(options.postgres.url).password, process.cwd()];
    const target = { host: '127.0.0.1', port, secrets };
    const rig = new Rig(target, app, standIn, { redis, postgres, tmdb }, options);
    try {
      await rig.untilReady();
      return rig;
    } catch (error) {
      await rig.stop();
      throw error;
    }
  }

  /** Of the GraphQL endpoint. */
  get url(): string {
    return `http://${this.target.host}:${this.target.port}/graphql`;
  }

  /** Whether the process that was started is the one that runs: nobody starts it anew. */
  get isRunning(): boolean {
    return !this.hasEnded;
  }

  /** Of the app. */
  get pid(): number {
    return this.app.pid;
  }

  /** What the app wrote. */
  get output(): string {
    return this.app.text;
  }

  /** Ends the app and what was started for it; the servers given are their owner's. */
  async stop(): Promise<void> {
    this.app.kill();
    await this.app.ended();
    await Promise.all(Object.values(this.proxies).map((proxy) => proxy.close()));
    await this.standIn.close();
  }

  private setUpstreamFault(fault: Parameters<Dependencies['tmdbAnswers']>[0]): void {
    // Calls are counted for as long as they are not forgotten.
    this.standIn.reset();
    if (fault !== null) this.standIn.fault('*', fault);
  }

  private async untilReady(): Promise<void> {
    const { host, port } = this.target;
    for (let tries = 0; tries < readyTries && this.isRunning; tries += 1) {
      const answer = await fetch(`http://${host}:${port}/health/ready`).catch(() => null);
      if (answer?.ok === true) return;
      await delay(50);
    }
    throw new Error(`The app does not start:\n${this.output}`);
  }
}

async function endConnections(url: string): Promise<void> {
  const statement = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  await askPostgres(url, statement);
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}

/** The same address, by way of the proxy. */
function behind(proxy: TcpProxy, url: string): string {
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String(proxy.port);
  return through.href;
}

/** Of those that no client is given for a connection of its own, so that it is still free a moment later. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 30_000);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
