import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { ReadinessProxy } from '../support/readiness-proxy.js';
import { RealApp } from '../support/real-app.js';

export interface FleetOptions {
  readonly size: number;
  /** With all tables. */
  readonly databaseUrl: string;
  /** Settings of each process besides. */
  readonly env?: Readonly<Record<string, string>>;
}

/** How one process came and another went. */
export interface Replacement {
  /** From its start until it said that it is ready. */
  readonly bootMs: number;
  /** From SIGTERM until it had ended. */
  readonly endMs: number;
  readonly code: number | string;
}

const pollMs = 100;

/** Several processes of the app behind a balancer that follows their readiness. */
export class Fleet {
  private constructor(
    readonly proxy: ReadinessProxy,
    private readonly standIn: StandIn,
    private readonly apps: RealApp[],
    private readonly options: FleetOptions,
  ) {}

  static async start(options: FleetOptions): Promise<Fleet> {
    const [proxy, standIn] = await Promise.all([ReadinessProxy.start(pollMs), startStandIn()]);
    const fleet = new Fleet(proxy, standIn, [], options);
    for (let count = 0; count < options.size; count += 1) await fleet.add();
    return fleet;
  }

  /** Of the balancer's GraphQL endpoint. */
  get url(): string {
    return `http://127.0.0.1:${this.proxy.port}/graphql`;
  }

  /** Puts a new process in the place of the oldest, as a deployment does: it comes before the other goes. */
  async replaceOldest(): Promise<Replacement> {
    const begun = performance.now();
    await this.add();
    const bootMs = performance.now() - begun;
    const oldest = this.apps.shift();
    if (oldest === undefined) throw new Error('There is none to replace.');
    const toldAt = performance.now();
    oldest.entry.signal('SIGTERM');
    const code = await oldest.entry.ended();
    this.proxy.remove(oldest.port);
    return { bootMs, endMs: performance.now() - toldAt, code };
  }

  async stop(): Promise<void> {
    for (const { entry } of this.apps) {
      entry.kill();
      await entry.ended();
    }
    await this.proxy.close();
    await this.standIn.close();
  }

  private async add(): Promise<void> {
    const { databaseUrl, env, size } = this.options;
    const app = await RealApp.start({
      standIn: this.standIn,
      env: { DATABASE_URL: databaseUrl, MAX_TASKS: String(size + 1), ...env },
    });
    this.apps.push(app);
    this.proxy.add(app.port);
    await this.proxy.untilReady(this.apps.length);
  }
}
