import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { AppConfig } from '../../config/app-config.js';
import { Measures } from './measures.js';
import { metricsOf } from './metrics.js';

type Client = typeof import('prom-client');

/**
 * `GET /metrics` in Prometheus' text on a port of its own, so that a balancer never leads there: whoever reaches it
 * reads it. Nothing listens unless `METRICS_PORT` is set.
 */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Metrics');
  private server: Server | undefined;

  constructor(
    private readonly config: AppConfig,
    private readonly measures: Measures,
  ) {}

  /** @throws the error of listening, such as EADDRINUSE. */
  async onApplicationBootstrap(): Promise<void> {
    const { telemetry, http } = this.config;
    if (telemetry.metricsPort === undefined) return;
    // Loaded on demand, for most run without.
    const registry = registryOf(await import('prom-client'), this.measures);
    const server = (this.server = createServer((request, response) => {
      answer(registry, request, response).catch((error: unknown) => {
        this.logger.error({ err: error }, 'The metrics could not be told');
        response.destroy();
      });
    }));
    server.listen(telemetry.metricsPort, http.host);
    await once(server, 'listening');
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }
}

interface Registry {
  readonly contentType: string;
  metrics(): Promise<string>;
}

function registryOf({ Registry: PromRegistry, collectDefaultMetrics }: Client, measures: Measures): Registry {
  const registry = new PromRegistry();
  collectDefaultMetrics({ register: registry });
  for (const { name, help, type, read } of metricsOf(measures)) {
    // The client's own classes count at each event by hashing its labels; what is counted here is counted more cheaply.
    const metric = { name, help, type, get: () => ({ name, help, type, values: read() }) };
    registry.registerMetric(metric as unknown as Parameters<typeof registry.registerMetric>[0]);
  }
  return registry;
}

async function answer(registry: Registry, { method, url }: IncomingMessage, response: ServerResponse): Promise<void> {
  if (url?.split('?', 1)[0] !== '/metrics') response.writeHead(404).end();
  else if (method !== 'GET' && method !== 'HEAD') response.writeHead(405, { Allow: 'GET, HEAD' }).end();
  else {
    const text = await registry.metrics();
    response.writeHead(200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' }).end(text);
  }
}
