import { Global, Module } from '@nestjs/common';
import { AppConfig } from '../../../config/app-config.js';
import { RedisLayer } from '../../cache/redis-layer.js';
import { FaultLog } from '../../redis/fault-log.js';
import { RedisModule } from '../../redis/redis.module.js';
import { RedisStore } from '../../redis/redis-store.js';
import { SharedRedis } from '../../redis/shared-redis.js';
import { DocumentCache } from './document-cache.js';
import { Documents } from './documents.js';
import { readTrustedTexts } from './trusted-file.js';

/** The bound of registered documents in a process; the trusted ones come on top. */
const cacheBytes = 8 * 1024 * 1024;

@Global()
@Module({
  imports: [RedisModule],
  providers: [
    {
      provide: Documents,
      inject: [AppConfig, RedisStore, SharedRedis, FaultLog],
      useFactory: async (
        { documents }: AppConfig,
        store: RedisStore | null,
        redis: SharedRedis | null,
        log: FaultLog,
      ): Promise<Documents> => {
        const shared =
          store && redis && new RedisLayer(store.keyv, { health: redis.health, onFault: (error) => log.fault(error) });
        const cache = new DocumentCache({ maxBytes: cacheBytes, shared });
        return new Documents(documents.mode, await readTrustedTexts(documents), cache);
      },
    },
  ],
  exports: [Documents],
})
export class DocumentsModule {}
