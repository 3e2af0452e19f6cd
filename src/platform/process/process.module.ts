import { Global, Module } from '@nestjs/common';
import { Lifecycle } from './lifecycle.js';
import { LoadShedder } from './load-shedder.js';

/** What the process knows of itself: where it is in its life, and whether it keeps up. */
@Global()
@Module({ providers: [Lifecycle, LoadShedder], exports: [Lifecycle, LoadShedder] })
export class ProcessModule {}
