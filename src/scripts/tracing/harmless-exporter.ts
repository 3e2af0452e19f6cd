import { type Attributes, SpanKind } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';

/** What may leave. People write none of these but the name of an operation, which is their program's. */
const harmless = new Set([
  'db.namespace',
  'db.operation.name',
  'db.system.name',
  'error.type',
  'graphql.operation.name',
  'graphql.operation.type',
  'http.request.method',
  'http.response.status_code',
  'network.protocol.version',
  'server.address',
  'server.port',
  'url.scheme',
]);

/**
 * Sends spans with the attributes that are known to be harmless, ours among them, and without events and messages:
 * addresses, statements and errors hold what people search for, and mails. What an instrumentation adds one day is
 * not sent before somebody has looked at it.
 */
export class HarmlessExporter implements SpanExporter {
  constructor(private readonly inner: SpanExporter) {}

  export(spans: ReadableSpan[], done: Parameters<SpanExporter['export']>[1]): void {
    this.inner.export(spans.filter(isAnyones).map(harmlessOf), done);
  }

  forceFlush(): Promise<void> {
    return this.inner.forceFlush?.() ?? Promise.resolve();
  }

  shutdown(): Promise<void> {
    return this.inner.shutdown();
  }
}

/** Apollo reads its schema at the start, for nobody. */
function isAnyones({ parentSpanContext, instrumentationScope }: ReadableSpan): boolean {
  return parentSpanContext !== undefined || !instrumentationScope.name.endsWith('-graphql');
}

function harmlessOf(span: ReadableSpan): ReadableSpan {
  const isServer = span.kind === SpanKind.SERVER;
  const attributes: Attributes = Object.fromEntries(
    Object.entries(span.attributes).filter(
      ([name]) =>
        (harmless.has(name) || name.startsWith('watchme.')) &&
        // A client writes the name that it calls us by.
        !(isServer && name.startsWith('server.')),
    ),
  );
  return Object.create(span, {
    attributes: { value: attributes },
    events: { value: [] },
    links: { value: [] },
    status: { value: { code: span.status.code } },
  }) as ReadableSpan;
}
