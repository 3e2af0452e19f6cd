import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { AccessTokenMiddleware } from './auth/tokens/access-token.middleware.js';
import type { AppConfig } from './config/app-config.js';
import { HttpErrorFilter } from './platform/http/http-error.filter.js';
import { configureHttp } from './platform/http/http-edge.js';
import { shedLoad } from './platform/http/load-shed.middleware.js';
import { quietBoot } from './platform/logging/quiet-boot.logger.js';
import { LoadShedder } from './platform/process/load-shedder.js';

/** The whole application, wired and not yet listening. */
export async function createApp(config: AppConfig): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(config), {
    abortOnError: false,
    bodyParser: false,
    bufferLogs: true,
  });
  const logger = app.get(Logger);
  app.useLogger(quietBoot(logger));
  configureHttp(app, config);
  app.use('/graphql', shedLoad(app.get(LoadShedder)));
  const accessTokens = app.get(AccessTokenMiddleware);
  app.use('/graphql', accessTokens.use.bind(accessTokens));
  app.useGlobalFilters(new HttpErrorFilter());
  await app.init();
  app.useLogger(logger);
  return app;
}
