import { Global, Logger, Module } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { TmdbClient } from './tmdb.client.js';
import { TmdbTransport } from './transport/tmdb-transport.js';
import { transportOptions } from './transport/transport-options.js';
import { countedCall } from './upstream-call-limit.js';

/** The one door to TMDb; it opens no connection before the first call. */
@Global()
@Module({
  providers: [
    {
      provide: TmdbClient,
      inject: [AppConfig],
      useFactory: ({ tmdb }: AppConfig) => {
        const logger = new Logger(TmdbClient.name);
        const onCall = (event: object) => logger.debug({ ...event }, 'TMDb was asked');
        return new TmdbClient(new TmdbTransport(transportOptions(tmdb, { logger, onCall, guard: countedCall })));
      },
    },
  ],
  exports: [TmdbClient],
})
export class TmdbModule {}
