import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { ClusterModule } from '../cluster/cluster.module.js';
import { Cluster } from '../cluster/cluster.service.js';
import { FaultLog } from '../redis/fault-log.js';
import { RedisModule } from '../redis/redis.module.js';
import { RedisStore } from '../redis/redis-store.js';
import { SharedRedis } from '../redis/shared-redis.js';
import { CacheService } from './cache.service.js';
import { Generations, generationsDocument } from './generations.js';
import { Leases } from './leases.js';
import { RedisLayer } from './redis-layer.js';

const bytesPerMegabyte = 1024 * 1024;

/** The cache for the whole app; with Redis behind it when `REDIS_URL` is set. */
@Global()
@Module({
  imports: [ClusterModule, RedisModule],
  providers: [
    {
      provide: CacheService,
      inject: [AppConfig, Generations, RedisStore, SharedRedis, FaultLog],
      useFactory: (
        { cache }: AppConfig,
        generations: Generations,
        store: RedisStore | null,
        redis: SharedRedis | null,
        log: FaultLog,
      ) =>
        new CacheService({
          memoryBytes: cache.memoryMegabytes * bytesPerMegabyte,
          generations,
          ...(store &&
            redis && {
              redis: new RedisLayer(store.keyv, { health: redis.health, onFault: (error) => log.fault(error) }),
              leases: new Leases(redis),
            }),
        }),
    },
    { provide: Generations, useFactory: () => new Generations() },
  ],
  exports: [CacheService, Generations],
})
export class CacheModule implements OnModuleInit {
  constructor(
    private readonly cache: CacheService,
    private readonly generations: Generations,
    private readonly cluster: Cluster,
  ) {}

  onModuleInit(): void {
    this.cluster.watch(generationsDocument, (text) => {
      this.generations.apply(text);
      this.cache.voided();
    });
    this.cluster.describe(() => JSON.stringify(this.cache.stats()));
  }
}
