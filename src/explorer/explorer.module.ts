import { Module } from '@nestjs/common';
import { AltairController } from './altair.controller.js';
import { ExplorerController } from './explorer.controller.js';
import { SchemaController } from './schema.controller.js';

/** What people look at the API with. It is not there at all where `EXPLORER` is off. */
@Module({ controllers: [ExplorerController, AltairController, SchemaController] })
export class ExplorerModule {}
