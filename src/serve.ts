import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AppConfig } from './config/app-config.js';
import { createApp } from './app.js';

export interface Served {
  /** The endpoint, such as `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  /** Stops serving and frees everything; requests under way have five seconds. Once is enough. */
  readonly close: () => Promise<void>;
}

const connectionLimits = {
  /** Above the 60 s of an AWS load balancer, which would else send requests down a connection just closed. */
  keepAliveTimeout: 75_000,
  headersTimeout: 10_000,
  /** The time a client has to send a request; at most 100 kB. */
  requestTimeout: 20_000,
  /** How often Node looks for who is over the two limits above. */
  connectionsCheckingInterval: 1000,
};

/** What closing grants to requests under way, such as an upload that hangs. */
const closingGraceMs = 5000;

/** Makes the app and listens. @throws the error of listening, such as EADDRINUSE. */
export async function serve(config: AppConfig): Promise<Served> {
  const app = await createApp(config);
  const server: Server = app.getHttpServer();
  // Before it listens: Node reads the interval then.
  Object.assign(server, connectionLimits);
  try {
    await app.listen(config.http.port, config.http.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  return { url: urlOf(server, config.http.host), close: closer(app, server) };
}

function closer(app: NestExpressApplication, server: Server): () => Promise<void> {
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    const grace = setTimeout(() => server.closeAllConnections(), closingGraceMs);
    try {
      await app.close();
    } finally {
      clearTimeout(grace);
    }
  };
  return () => (closing ??= close());
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}/graphql`;
}
