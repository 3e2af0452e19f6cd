import { Module } from '@nestjs/common';
import { KeywordsResolver } from './keywords.resolver.js';
import { KeywordsService } from './keywords.service.js';

@Module({ providers: [KeywordsService, KeywordsResolver] })
export class KeywordsModule {}
