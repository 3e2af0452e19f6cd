import { Global, Module } from '@nestjs/common';
import { ViewerCheck } from './viewer-check.js';

@Global()
@Module({ providers: [ViewerCheck], exports: [ViewerCheck] })
export class AccessModule {}
