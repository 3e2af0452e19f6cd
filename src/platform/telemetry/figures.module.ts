import { Module } from '@nestjs/common';
import { Figures } from './figures.js';
import { Gauges } from './gauges.js';

/** For those who count. */
@Module({ providers: [Figures, Gauges], exports: [Figures, Gauges] })
export class FiguresModule {}
