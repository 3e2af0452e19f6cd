import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { AppConfig } from '../../config/app-config.js';
import { AccessModule } from './access/access.module.js';
import { guardFields } from './access/guard-fields.js';
import { ViewerCheck } from './access/viewer-check.js';
import { attributeReads } from './attribute-reads.js';
import { describeRoots } from './describe-roots.js';
import { documentStore, persistedQueryStore } from './documents/apollo-stores.js';
import { Documents } from './documents/documents.js';
import { DocumentsModule } from './documents/documents.module.js';
import { TrustAtBoot } from './documents/trust-at-boot.js';
import { formatError } from './error-boundary.js';
import { directFields } from './execution/direct-fields.js';
import { ExecutionModule } from './execution/execution.module.js';
import { KnownDocuments } from './execution/known-documents.js';
import { documentLimitsRule } from './limits/document-limits.rule.js';
import { documentLimits } from './limits/limits.js';
import { NodeRegistry } from './nodes/node-registry.js';
import { NodeResolver } from './nodes/node.resolver.js';
import { costPlugin } from './plugins/cost.plugin.js';
import { hideSuggestionsPlugin } from './plugins/hide-suggestions.plugin.js';
import { cacheExtensionPlugin } from './plugins/cache-extension.plugin.js';
import { keepingPlugin } from './plugins/keeping.plugin.js';
import { knownDocumentsPlugin } from './plugins/known-documents.plugin.js';
import { rateLimitPlugin } from './plugins/rate-limit.plugin.js';
import { requestLogPlugin } from './plugins/request-log.plugin.js';
import { responseStatusPlugin } from './plugins/response-status.plugin.js';
import { retryAfterPlugin } from './plugins/retry-after.plugin.js';

/** The GraphQL endpoint: Apollo under Nest, with our context, limits and error boundary. */
@Global()
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [AccessModule, DocumentsModule, ExecutionModule],
      inject: [AppConfig, ViewerCheck, ModulesContainer, Documents, KnownDocuments],
      useFactory: apolloOptions,
    }),
  ],
  providers: [NodeRegistry, NodeResolver, TrustAtBoot],
  exports: [NodeRegistry, GraphQLModule],
})
export class GraphqlModule {}

function apolloOptions(
  { graphql }: AppConfig,
  viewerCheck: ViewerCheck,
  modules: ModulesContainer,
  documents: Documents,
  known: KnownDocuments,
): Omit<ApolloDriverConfig, 'driver'> {
  return {
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    transformSchema: (schema) => attributeReads(guardFields(directFields(describeRoots(schema), modules), viewerCheck)),
    introspection: graphql.introspection,
    // Nest's own page needs the internet and turns up wherever NODE_ENV is not set.
    graphiql: false,
    autoTransformHttpErrors: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !graphql.introspection,
    validationRules: [documentLimitsRule],
    validationOptions: { maxErrors: 4 },
    parseOptions: { maxTokens: documentLimits.tokens },
    documentStore: documentStore(documents),
    persistedQueries: { cache: persistedQueryStore(documents) },
    csrfPrevention: true,
    formatError,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ...(graphql.introspection ? [] : [hideSuggestionsPlugin]),
      costPlugin,
      requestLogPlugin,
      keepingPlugin,
      cacheExtensionPlugin,
      responseStatusPlugin,
      retryAfterPlugin,
      rateLimitPlugin,
      knownDocumentsPlugin(known),
    ],
  };
}
