import { Module } from '@nestjs/common';
import { ImageResolver } from './image.resolver.js';

@Module({ providers: [ImageResolver] })
export class ImagesModule {}
