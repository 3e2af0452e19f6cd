import { Logger } from '@nestjs/common';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { createApp } from './app.js';
import type { AppConfig } from './config/app-config.js';
import { Connections } from './platform/process/connections.js';
import { Lifecycle } from './platform/process/lifecycle.js';
import { LoadShedder } from './platform/process/load-shedder.js';
import { watchLoopDelay } from './platform/process/loop-delay.js';
import { startWatchdog } from './platform/process/watchdog.js';
import { doLastThings } from './platform/telemetry/at-end.js';
import { withinLimit } from './platform/resilience/time-limit.js';

export interface Served {
  /** The endpoint, such as `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  /**
   * Drains for as long as the configuration says, stops serving and frees everything; requests under way then have five
   * seconds. Once is enough.
   */
  readonly close: () => Promise<void>;
  /** Logs what nobody caught. */
  readonly reportFault: (error: unknown) => void;
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

/** What closing grants to requests under way, such as an upload that hangs. With the drain before it, ten seconds. */
const requestsGraceMs = 5000;

/** What the rest of closing may take: work behind answers, the pools. */
const partsGraceMs = 8000;

/** What sending the last spans may take. */
const lastThingsGraceMs = 2000;

const logger = new Logger('Process');

/**
 * Makes the app and listens. `watchesItself`: ends itself once its event loop is blocked for long, and refuses work
 * while it is late. @throws the error of listening, such as EADDRINUSE.
 */
export async function serve(config: AppConfig, { watchesItself = false } = {}): Promise<Served> {
  const app = await createApp(config);
  const server: Server = app.getHttpServer();
  const connections = new Connections(server);
  // Before it listens: Node reads the interval then.
  Object.assign(server, connectionLimits);
  try {
    await app.listen(config.http.port, config.http.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  const stopWatching = watchesItself ? watch(app.get(LoadShedder), config) : () => undefined;
  const close = async (): Promise<void> => {
    app.get(Lifecycle).drain();
    connections.endAfterNextAnswer();
    await delay(config.http.drainSeconds * 1000);
    await connections.close(requestsGraceMs);
    await withinLimit(app.close(), partsGraceMs).catch((error: unknown) => {
      logger.warn({ err: error }, 'Not all was closed in order');
    });
    await withinLimit(doLastThings(), lastThingsGraceMs).catch(() => undefined);
    stopWatching();
  };
  let closing: Promise<void> | undefined;
  return {
    url: urlOf(server, config.http.host),
    close: () => (closing ??= close()),
    reportFault: (error) => logger.fatal({ err: error }, 'An error that nobody caught ends the process'),
  };
}

/** Gives what ends it. */
function watch(shedder: LoadShedder, { log }: AppConfig): () => void {
  const stopShedding = watchLoopDelay((meanMs) => shedder.note(meanMs));
  const stopWatchdog = startWatchdog(log.level !== 'silent');
  return () => {
    stopShedding();
    stopWatchdog();
  };
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}/graphql`;
}
