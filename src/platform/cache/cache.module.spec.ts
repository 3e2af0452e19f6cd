import { describe, expect, test } from '@jest/globals';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { AppConfig } from '../../config/app-config.js';
import { ConfigModule } from '../../config/config.module.js';
import { cacheKey } from './cache-key.js';
import { CacheModule } from './cache.module.js';
import { CacheService } from './cache.service.js';

const policy = { softTtlMs: 1000, hardTtlMs: 9000, negativeTtlMs: 100, negativeHardTtlMs: 900, jitter: 0 };
const kind = { name: 'film', version: 1, policy };

describe('CacheModule', () => {
  test('brings a cache in the process when no Redis is configured', async () => {
    const config = { cache: { redisUrl: undefined, ttlSeconds: 300, memoryMegabytes: 1 } } as AppConfig;

    @Module({ imports: [ConfigModule.forRoot(config), CacheModule] })
    class TestModule {}

    const app = await NestFactory.createApplicationContext(TestModule, { logger: false });
    const cache = app.get(CacheService);
    for (let megabytes = 0; megabytes < 2; megabytes += 0.1) cache.seed(cacheKey(kind, megabytes), 'x'.repeat(100_000));
    expect(cache.stats().bytesInProcess).toBeLessThanOrEqual(1024 * 1024);
    expect(cache.stats().entriesInProcess).toBe(10);
    await app.close();
  });
});
