import { Injectable } from '@nestjs/common';
import { CacheService } from '../cache/cache.service.js';
import type { KindStats } from '../cache/cache-stats.js';
import { Outages } from '../health/outages.js';
import { Figures } from './figures.js';
import { type GaugeName, Gauges } from './gauges.js';

/** What the process knows of itself, for those who tell it. */
@Injectable()
export class Measures {
  constructor(
    readonly figures: Figures,
    private readonly gauges: Gauges,
    private readonly outages: Outages,
    private readonly cache: CacheService,
  ) {}

  gauge(name: GaugeName): number {
    return this.gauges.read(name);
  }

  /** 1 while the process does without the part, else 0. */
  isAway(part: 'POSTGRESQL' | 'REDIS' | 'TMDB'): number {
    return Number(this.outages.list().some((outage) => outage.part === part));
  }

  cacheKinds(): Readonly<Record<string, KindStats>> {
    return this.cache.stats().kinds;
  }

  /** Keys that were held, stale ones among them, and keys that were not. */
  cacheTotals(): { hits: number; misses: number } {
    const { hitsInProcess, hitsInRedis, stale, misses } = this.cache.stats();
    return { hits: hitsInProcess + hitsInRedis + stale, misses };
  }
}
