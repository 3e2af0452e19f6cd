import { Module } from '@nestjs/common';
import { ReferenceResolver } from './reference.resolver.js';
import { ReferenceService } from './reference.service.js';

@Module({ providers: [ReferenceService, ReferenceResolver] })
export class ReferenceModule {}
