import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { ProxiedConnection } from './proxied-connection.js';

/**
 * What becomes of connections, those that are there already too. `refuse` is a server that is not there, `reset` one
 * that breaks off, `black-hole` a network that loses everything, `slow` one whose answers are late by `delayMs`;
 * `flapping` goes from `reset` to `pass` and back every `everyMs`.
 */
export type ProxyMode =
  | { readonly kind: 'pass' | 'refuse' | 'reset' | 'black-hole' }
  | { readonly kind: 'slow'; readonly delayMs: number }
  | { readonly kind: 'flapping'; readonly everyMs: number };

/** A port of 127.0.0.1 that leads to another one, and fails in the way it is told. */
export class TcpProxy {
  private mode: ProxyMode = { kind: 'pass' };
  private flapping: NodeJS.Timeout | undefined;
  private readonly connections = new Set<ProxiedConnection>();
  private readonly server: Server;

  private constructor(private readonly targetPort: number) {
    this.server = createServer({ allowHalfOpen: true }, (client) => this.accept(client));
  }

  /** Any free port that leads to `targetPort`. */
  static async start(targetPort: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(targetPort);
    await proxy.listen(0);
    return proxy;
  }

  /** The same through every fault. */
  port = 0;

  /** Until the next one is set. Setting one that is set already changes nothing. */
  async set(mode: ProxyMode): Promise<void> {
    clearInterval(this.flapping);
    if (mode.kind === 'flapping') {
      this.flap('reset');
      this.flapping = setInterval(() => this.flap(this.mode.kind === 'reset' ? 'pass' : 'reset'), mode.everyMs);
      return;
    }
    this.apply(mode);
    if (mode.kind === 'refuse') await this.stopListening();
    else if (!this.server.listening) await this.listen(this.port);
  }

  /** Ends all connections, and takes no more. */
  async close(): Promise<void> {
    await this.set({ kind: 'refuse' });
  }

  private flap(kind: 'reset' | 'pass'): void {
    this.apply({ kind });
  }

  private apply(mode: ProxyMode): void {
    this.mode = mode;
    for (const connection of this.connections) this.subject(connection);
  }

  private accept(client: Socket): void {
    if (this.mode.kind === 'reset') {
      client.resetAndDestroy();
      return;
    }
    const server = connect({ port: this.targetPort, host: '127.0.0.1', allowHalfOpen: true });
    const connection = new ProxiedConnection(client, server);
    this.connections.add(connection);
    client.once('close', () => this.connections.delete(connection));
    this.subject(connection);
  }

  private subject(connection: ProxiedConnection): void {
    const { mode } = this;
    if (mode.kind === 'refuse' || mode.kind === 'reset') {
      connection.reset();
      return;
    }
    connection.slowDown(mode.kind === 'slow' ? mode.delayMs : 0);
    if (mode.kind === 'black-hole') connection.hold();
    else connection.letThrough();
  }

  private async listen(port: number): Promise<void> {
    this.server.listen(port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  private async stopListening(): Promise<void> {
    if (!this.server.listening) return;
    this.server.close();
    await once(this.server, 'close');
  }
}
