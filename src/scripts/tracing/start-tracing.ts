import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { GraphQLInstrumentation } from '@opentelemetry/instrumentation-graphql';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { RedisInstrumentation } from '@opentelemetry/instrumentation-redis';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { IncomingMessage } from 'node:http';
import { register } from 'node:module';
import { holdUpEnd } from '../../platform/telemetry/at-end.js';
import { InwardPropagator } from './inward-propagator.js';
import { HarmlessExporter } from './harmless-exporter.js';
import { samplerOf } from './sampler-of.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Sets OpenTelemetry up for the whole process, before what is to be observed is loaded. */
export function startTracing(env: Environment): void {
  // Modules that are imported, rather than required, are patched by a hook.
  register('@opentelemetry/instrumentation/hook.mjs', import.meta.url);
  const processor = new BatchSpanProcessor({ exporter: new HarmlessExporter(new OTLPTraceExporter()) });
  const sampler = samplerOf(env['OTEL_TRACES_SAMPLER'], env['OTEL_TRACES_SAMPLER_ARG']);
  const provider = new TracerProvider({ resource: resource(), sampler, spanProcessors: [processor] });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new InwardPropagator(new W3CTraceContextPropagator()));
  trace.setGlobalTracerProvider(provider);
  registerInstrumentations({ tracerProvider: provider, instrumentations: instrumentations() });
  holdUpEnd(() => provider.shutdown());
}

function resource() {
  const named = resourceFromAttributes({ 'service.name': 'watchme' });
  // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES have the last word.
  return defaultResource()
    .merge(named)
    .merge(detectResources({ detectors: [envDetector] }));
}

function instrumentations() {
  return [
    new HttpInstrumentation({
      ignoreIncomingRequestHook: ({ url = '' }: IncomingMessage) => /^\/(health\/|metrics)/.test(url),
    }),
    new GraphQLInstrumentation({ depth: 0, ignoreResolveSpans: true }),
    new PgInstrumentation({ requireParentSpan: true }),
    new RedisInstrumentation({ requireParentSpan: true }),
  ];
}
