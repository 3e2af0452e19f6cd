import type { ApolloDriver } from '@nestjs/apollo';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import type { RequestListener, Server } from 'node:http';
import { AppModule } from './app.module.js';
import type { AppConfig } from './config/app-config.js';
import { ApolloRunner } from './platform/graphql/apollo-runner.js';
import { HttpEdge } from './platform/http/http-edge.js';
import { HttpErrorFilter } from './platform/http/http-error.filter.js';
import { quietBoot } from './platform/logging/quiet-boot.logger.js';

/** The whole application, wired and not yet listening. */
export async function createApp(config: AppConfig): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(config), {
    abortOnError: false,
    bodyParser: false,
    bufferLogs: true,
  });
  const logger = app.get(Logger);
  app.useLogger(quietBoot(logger));
  app.disable('x-powered-by');
  app.disable('etag');
  app.useGlobalFilters(new HttpErrorFilter());
  await app.init();
  standInFront(app);
  app.useLogger(logger);
  return app;
}

/** Puts the edge between the socket and the framework, and lets it ask Apollo itself. */
function standInFront(app: NestExpressApplication): void {
  const { graphQlAdapter } = app.get<GraphQLModule<ApolloDriver>>(GraphQLModule);
  app.get(ApolloRunner).open(graphQlAdapter.instance);
  const server: Server = app.getHttpServer();
  const framework = server.listeners('request')[0] as RequestListener;
  server.removeListener('request', framework);
  server.on('request', app.get(HttpEdge).before(framework));
}
