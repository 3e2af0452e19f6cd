import { Module } from '@nestjs/common';
import { Outages } from './outages.js';

@Module({ providers: [Outages], exports: [Outages] })
export class OutagesModule {}
