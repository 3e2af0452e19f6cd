import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { AppConfig } from '../../../config/app-config.js';
import { Documents } from './documents.js';

/** Holds the trusted documents against the schema once it is there, and before anyone is served. */
@Injectable()
export class TrustAtBoot implements OnApplicationBootstrap {
  constructor(
    private readonly schemaHost: GraphQLSchemaHost,
    private readonly documents: Documents,
    private readonly config: AppConfig,
  ) {}

  /** @throws ConfigError naming documents that do not fit. */
  onApplicationBootstrap(): void {
    this.documents.trust(this.schemaHost.schema, this.config.graphql);
  }
}
