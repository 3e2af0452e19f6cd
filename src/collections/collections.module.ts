import { Module } from '@nestjs/common';
import { CollectionImagesService } from './collection-images.service.js';
import { CollectionLoader } from './collection.loader.js';
import { CollectionsResolver } from './collections.resolver.js';

@Module({ providers: [CollectionLoader, CollectionImagesService, CollectionsResolver], exports: [CollectionLoader] })
export class CollectionsModule {}
