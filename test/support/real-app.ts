import type { StandIn } from '#demo/stand-in.js';
import { setTimeout as delay } from 'node:timers/promises';
import { Entry } from './entry.js';
import { freePort } from './free-port.js';

export interface RealAppOptions {
  readonly standIn: StandIn;
  readonly env?: Readonly<Record<string, string>>;
  /** Of Node. */
  readonly flags?: readonly string[];
}

/** The app as it runs in production: `dist/main.js` in a process of its own; without a database unless one is given. */
export class RealApp {
  private constructor(
    readonly port: number,
    readonly entry: Entry,
  ) {}

  /** Returns once it is ready. */
  static async start({ standIn, env = {}, flags = [] }: RealAppOptions): Promise<RealApp> {
    const port = await freePort();
    const entry = Entry.node([...flags, 'dist/main.js'], {
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'warn',
      DRAIN_SECONDS: '1',
      TMDB_READ_TOKEN: 'test-token',
      TMDB_BASE_URL: standIn.apiUrl,
      DATABASE_URL: 'postgres://127.0.0.1:1/none',
      JWT_SECRET: 'a-key-of-the-tests-alone-'.repeat(2),
      ...env,
    });
    const app = new RealApp(port, entry);
    await app.untilReady();
    return app;
  }

  /** Of the GraphQL endpoint. */
  get url(): string {
    return this.at('/graphql');
  }

  at(path: string): string {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  private async untilReady(): Promise<void> {
    let code: number | string | undefined;
    void this.entry.ended().then((ended) => (code = ended));
    for (;;) {
      const answer = await fetch(this.at('/health/ready')).catch(() => null);
      if (answer?.ok === true) return;
      if (code !== undefined) throw new Error(`It ended with ${code}:\n${this.entry.text}`);
      await delay(50);
    }
  }
}

/** Flags that make Node run a piece of JavaScript at SIGUSR2, for what no request brings about. */
export function atSignal(code: string): string[] {
  return ['--import', `data:text/javascript,${encodeURIComponent(`process.on('SIGUSR2', () => { ${code} });`)}`];
}
