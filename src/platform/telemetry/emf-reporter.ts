import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { AppConfig } from '../../config/app-config.js';
import { emfLine, figuresBetween, type Totals, totalsOf } from './emf-line.js';
import { Extremes } from './extremes.js';
import { Measures } from './measures.js';

const everyMs = 60_000;
const lookEveryMs = 1000;
const nanosecondsPerMs = 1e6;

/** With `METRICS_EMF=on` writes the main figures to stdout once a minute, and what is left of a minute at the end. */
@Injectable()
export class EmfReporter implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly extremes: Extremes;
  private delay: ReturnType<typeof monitorEventLoopDelay> | undefined;
  private before: Totals | undefined;

  constructor(
    private readonly config: AppConfig,
    private readonly measures: Measures,
  ) {
    this.extremes = new Extremes(measures);
  }

  onApplicationBootstrap(): void {
    if (!this.config.telemetry.emf) return;
    this.before = totalsOf(this.measures);
    this.delay = monitorEventLoopDelay({ resolution: 20 });
    this.delay.enable();
    this.timers.push(
      setInterval(() => this.report(), everyMs).unref(),
      setInterval(() => this.extremes.look(), lookEveryMs).unref(),
    );
  }

  onApplicationShutdown(): void {
    for (const timer of this.timers) clearInterval(timer);
    if (this.before !== undefined) this.report();
    this.delay?.disable();
  }

  private report(): void {
    const after = totalsOf(this.measures);
    const figures = {
      ...figuresBetween(this.before ?? after, after),
      ...this.extremes.take(),
      LoopDelayP99: Math.round((this.delay?.percentile(99) ?? 0) / nanosecondsPerMs),
    };
    this.before = after;
    this.delay?.reset();
    process.stdout.write(emfLine(this.config.telemetry.environment, Date.now(), figures));
  }
}
