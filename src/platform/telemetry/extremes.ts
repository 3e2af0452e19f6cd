import type { Measures } from './measures.js';

const highest = {
  BreakerOpen: (measures: Measures) => measures.isAway('TMDB'),
  RedisAway: (measures: Measures) => measures.isAway('REDIS'),
  DatabaseAway: (measures: Measures) => measures.isAway('POSTGRESQL'),
  HashingQueue: (measures: Measures) => measures.gauge('hashingWaiting'),
  PoolUsed: (measures: Measures) => measures.gauge('poolUsed'),
  PoolWaiting: (measures: Measures) => measures.gauge('poolWaiting'),
  MemoryUsed: () => process.memoryUsage.rss(),
};

/** The highest of what goes up and down, and the least of the budget, since they were last taken. */
export class Extremes {
  private seen: Record<string, number> = {};

  constructor(private readonly measures: Measures) {}

  look(): void {
    for (const [name, read] of Object.entries(highest)) {
      this.seen[name] = Math.max(this.seen[name] ?? 0, read(this.measures));
    }
    const left = this.measures.gauge('budgetLeft');
    this.seen['BudgetLeft'] = Math.min(this.seen['BudgetLeft'] ?? left, left);
  }

  /** And begins anew. */
  take(): Record<string, number> {
    this.look();
    const { seen } = this;
    this.seen = {};
    return seen;
  }
}
