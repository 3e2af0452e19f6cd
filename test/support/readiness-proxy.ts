import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Backend {
  readonly port: number;
  readonly agent: Agent;
  isReady: boolean;
}

/**
 * A balancer in small: it asks each process whether it is ready, and hands each request to the next that was. It keeps
 * connections for the requests to come and tries nothing twice, as balancers do.
 */
export class ReadinessProxy {
  private readonly backends: Backend[] = [];
  private readonly server: Server;
  private readonly polling: NodeJS.Timeout;
  private turn = 0;

  private constructor(pollMs: number) {
    this.server = createServer((incoming, outgoing) => this.forward(incoming, outgoing));
    this.polling = setInterval(() => this.poll(), pollMs);
  }

  static async start(pollMs: number): Promise<ReadinessProxy> {
    const proxy = new ReadinessProxy(pollMs);
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  add(port: number): void {
    this.backends.push({ port, agent: new Agent({ keepAlive: true }), isReady: false });
    this.poll();
  }

  remove(port: number): void {
    const index = this.backends.findIndex((backend) => backend.port === port);
    for (const { agent } of this.backends.splice(index, 1)) agent.destroy();
  }

  async untilReady(count: number): Promise<void> {
    while (this.ready.length < count) await new Promise((later) => setTimeout(later, 10));
  }

  async close(): Promise<void> {
    clearInterval(this.polling);
    for (const { agent } of this.backends) agent.destroy();
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private get ready(): readonly Backend[] {
    return this.backends.filter(({ isReady }) => isReady);
  }

  private poll(): void {
    for (const backend of this.backends) {
      const { port, agent } = backend;
      const asked = request({ host: '127.0.0.1', port, agent, path: '/health/ready' }, (response) => {
        backend.isReady = response.statusCode === 200;
        response.resume();
      });
      asked.on('error', () => (backend.isReady = false));
      asked.end();
    }
  }

  private forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { ready } = this;
    const backend = ready[(this.turn += 1) % ready.length];
    if (backend === undefined) {
      outgoing.writeHead(502).end('nobody is ready');
      return;
    }
    const { method, url: path } = incoming;
    const headers = { ...incoming.headers, connection: undefined };
    const { port, agent } = backend;
    const sent = request(
      { host: '127.0.0.1', port, agent, method, path, headers: withoutGaps(headers) },
      (response) => {
        outgoing.writeHead(response.statusCode ?? 0, withoutGaps({ ...response.headers, connection: undefined }));
        response.pipe(outgoing);
      },
    );
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(502).end(`the process at ${port}: ${error.code ?? error.message}`);
    });
    incoming.pipe(sent);
  }
}

function withoutGaps<Value>(headers: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );
}
