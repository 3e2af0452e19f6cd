import { Global, Logger, Module } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { currentRequest } from '../platform/request/current-request.js';
import { TmdbClient } from './tmdb.client.js';
import { TmdbTransport } from './transport/tmdb-transport.js';
import { transportOptions } from './transport/transport-options.js';

/** The one door to TMDb; it opens no connection before the first call. */
@Global()
@Module({
  providers: [
    {
      provide: TmdbClient,
      inject: [AppConfig],
      useFactory: ({ tmdb }: AppConfig) => {
        const logger = new Logger(TmdbClient.name);
        const onCall = (event: object) => {
          const request = currentRequest();
          if (request !== undefined) request.trace.upstreamCalls += 1;
          logger.debug({ ...event }, 'TMDb was asked');
        };
        return new TmdbClient(new TmdbTransport(transportOptions(tmdb, { logger, onCall })));
      },
    },
  ],
  exports: [TmdbClient],
})
export class TmdbModule {}
