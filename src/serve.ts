import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AppConfig } from './config/app-config.js';
import { createApp } from './app.js';

export interface Served {
  /** The endpoint, such as `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  /** Stops serving and frees everything; once is enough. */
  readonly close: () => Promise<void>;
}

/** Above the 60 s of an AWS load balancer, which would else send requests down a connection just closed. */
const keepAliveMs = 75_000;

/** Makes the app and listens. @throws the error of listening, such as EADDRINUSE. */
export async function serve(config: AppConfig): Promise<Served> {
  const app = await createApp(config);
  try {
    await app.listen(config.http.port, config.http.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  const server: Server = app.getHttpServer();
  server.keepAliveTimeout = keepAliveMs;
  server.headersTimeout = keepAliveMs + 1000;
  return { url: urlOf(server, config.http.host), close: closer(app) };
}

/** Ends the process with code 0 once all is closed, at SIGTERM or Ctrl-C; the second signal ends it at once. */
export function closeOnSignal(close: () => Promise<void>): void {
  let isClosing = false;
  const onSignal = (): void => {
    if (isClosing) process.exit(1);
    isClosing = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        new Logger('Shutdown').error({ err: error }, 'Closing failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

function closer(app: NestExpressApplication): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => (closing ??= app.close());
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}/graphql`;
}
