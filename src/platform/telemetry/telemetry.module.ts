import { Module } from '@nestjs/common';
import { OutagesModule } from '../health/outages.module.js';
import { EmfReporter } from './emf-reporter.js';
import { FiguresModule } from './figures.module.js';
import { Measures } from './measures.js';
import { MetricsServer } from './metrics-server.js';

/** Tells operators how the process fares: to Prometheus, to CloudWatch. */
@Module({ imports: [FiguresModule, OutagesModule], providers: [EmfReporter, Measures, MetricsServer] })
export class TelemetryModule {}
