import { type Attributes, type Span, SpanStatusCode, trace } from '@opentelemetry/api';

const tracer = trace.getTracer('watchme');

/**
 * Does work in a span of the trace under way. Without one, as where tracing is off, it costs a look and no more. An
 * error is told by its name alone: its message may hold what people wrote. `attributesOf` is asked for what is known
 * before the work.
 */
export function inSpan<T>(
  name: string,
  work: (span?: Span) => Promise<T>,
  attributesOf: () => Attributes = () => ({}),
): Promise<T> {
  if (trace.getActiveSpan() === undefined) return work();
  return tracer.startActiveSpan(name, { attributes: attributesOf() }, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'unknown' });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** For log lines: the trace under way, by the names of OpenTelemetry's data model. */
export function traceOfLine(): { trace_id?: string; span_id?: string } {
  const context = trace.getActiveSpan()?.spanContext();
  return context === undefined ? {} : { trace_id: context.traceId, span_id: context.spanId };
}
