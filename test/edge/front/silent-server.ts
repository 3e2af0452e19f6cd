import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** In the place of TMDb: it takes every call, and never answers one. */
export class SilentServer {
  calls = 0;
  /** Calls that nobody has given up. */
  open = 0;

  private readonly server = createServer((_, response) => {
    this.calls += 1;
    this.open += 1;
    response.on('close', () => (this.open -= 1));
  });

  static async start(): Promise<SilentServer> {
    const silent = new SilentServer();
    await once(silent.server.listen(0, '127.0.0.1'), 'listening');
    return silent;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/3`;
  }

  async close(): Promise<void> {
    this.server.close().closeAllConnections();
    await once(this.server, 'close');
  }
}
