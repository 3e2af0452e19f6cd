import { type DynamicModule, Module } from '@nestjs/common';
import type { AppConfig } from './config/app-config.js';
import { ConfigModule } from './config/config.module.js';
import { entities } from './entities.js';
import { ExplorerModule } from './explorer/explorer.module.js';
import { features } from './features.js';
import { CacheModule } from './platform/cache/cache.module.js';
import { ClockModule } from './platform/clock/clock.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { GraphqlModule } from './platform/graphql/graphql.module.js';
import { HealthModule } from './platform/health/health.module.js';
import { HttpModule } from './platform/http/http.module.js';
import { LoggingModule } from './platform/logging/logging.module.js';
import { ProcessModule } from './platform/process/process.module.js';
import { TelemetryModule } from './platform/telemetry/telemetry.module.js';
import { TmdbModule } from './tmdb/tmdb.module.js';

/** The composition root. */
@Module({})
export class AppModule {
  static forRoot(config: AppConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(config),
        LoggingModule.forRoot(),
        ProcessModule,
        HealthModule,
        HttpModule,
        ClockModule,
        CacheModule,
        DatabaseModule.forRoot(entities),
        TmdbModule,
        GraphqlModule,
        TelemetryModule,
        ...features,
        ...(config.graphql.explorer ? [ExplorerModule] : []),
      ],
    };
  }
}
