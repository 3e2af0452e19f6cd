import { Global, Logger, Module } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { currentRequest } from '../platform/request/current-request.js';
import { TmdbClient } from './tmdb.client.js';
import { TmdbTransport } from './transport/tmdb-transport.js';
import { transportOptions } from './transport/transport-options.js';
import { countedCall } from './upstream-call-limit.js';

/** What a request may take beyond one call's deadline before TMDb is given up for it. */
const graceMs = 200;

/** The one door to TMDb; it opens no connection before the first call. */
@Global()
@Module({
  providers: [
    {
      provide: TmdbClient,
      inject: [AppConfig],
      useFactory: ({ tmdb }: AppConfig) => {
        const logger = new Logger(TmdbClient.name);
        // A call that starts late in its request has less time: calls that wait for each other must not add up.
        const callerDeadlineAt = () => (currentRequest()?.startedAt ?? Infinity) + tmdb.deadlineMs + graceMs;
        const onCall = (event: object) => logger.debug({ ...event }, 'TMDb was asked');
        return new TmdbClient(
          new TmdbTransport(transportOptions(tmdb, { logger, onCall, guard: countedCall, callerDeadlineAt })),
        );
      },
    },
  ],
  exports: [TmdbClient],
})
export class TmdbModule {}
