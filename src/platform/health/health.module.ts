import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { OutagesModule } from './outages.module.js';

@Module({ imports: [OutagesModule], controllers: [HealthController] })
export class HealthModule {}
