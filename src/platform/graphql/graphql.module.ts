import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { Request } from 'express';
import { AppConfig } from '../../config/app-config.js';
import { currentRequest } from '../request/current-request.js';
import { AccessModule } from './access/access.module.js';
import { guardFields } from './access/guard-fields.js';
import { ViewerCheck } from './access/viewer-check.js';
import { attributeReads } from './attribute-reads.js';
import { describeRoots } from './describe-roots.js';
import { formatError } from './error-boundary.js';
import type { GraphqlContext } from './graphql-context.js';
import { documentLimitsRule } from './limits/document-limits.rule.js';
import { documentLimits } from './limits/limits.js';
import { NodeRegistry } from './nodes/node-registry.js';
import { NodeResolver } from './nodes/node.resolver.js';
import { cacheControlPlugin } from './plugins/cache-control.plugin.js';
import { cacheExtensionPlugin } from './plugins/cache-extension.plugin.js';
import { contentLanguagePlugin } from './plugins/content-language.plugin.js';
import { objectLimitPlugin } from './plugins/object-limit.plugin.js';
import { requestLogPlugin } from './plugins/request-log.plugin.js';
import { responseStatusPlugin } from './plugins/response-status.plugin.js';
import { retryAfterPlugin } from './plugins/retry-after.plugin.js';

/** The GraphQL endpoint: Apollo under Nest, with our context, limits and error boundary. */
@Global()
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [AccessModule],
      inject: [AppConfig, ViewerCheck],
      useFactory: apolloOptions,
    }),
  ],
  providers: [NodeRegistry, NodeResolver],
  exports: [NodeRegistry],
})
export class GraphqlModule {}

function apolloOptions({ graphql }: AppConfig, viewerCheck: ViewerCheck): Omit<ApolloDriverConfig, 'driver'> {
  return {
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    transformSchema: (schema) => attributeReads(guardFields(describeRoots(schema), viewerCheck)),
    introspection: graphql.introspection,
    // Nest's own page needs the internet and turns up wherever NODE_ENV is not set.
    graphiql: false,
    autoTransformHttpErrors: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !graphql.introspection,
    validationRules: [documentLimitsRule],
    validationOptions: { maxErrors: 4 },
    parseOptions: { maxTokens: documentLimits.tokens },
    csrfPrevention: true,
    context: ({ req }: { req: Request }) => contextOf(req),
    formatError,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      graphql.explorer
        ? ApolloServerPluginLandingPageLocalDefault({ embed: true, includeCookies: false })
        : ApolloServerPluginLandingPageDisabled(),
      objectLimitPlugin,
      requestLogPlugin,
      cacheControlPlugin,
      cacheExtensionPlugin,
      contentLanguagePlugin,
      responseStatusPlugin,
      retryAfterPlugin,
    ],
  };
}

function contextOf(req: Request): GraphqlContext {
  const request = currentRequest();
  if (request === undefined) throw new Error('GraphQL is served without the request middleware.');
  return { ...request, req };
}
