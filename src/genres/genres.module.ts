import { Module } from '@nestjs/common';
import { GenresResolver } from './genres.resolver.js';
import { GenresService } from './genres.service.js';

@Module({ providers: [GenresService, GenresResolver], exports: [GenresService] })
export class GenresModule {}
