/**
 * Loaded before everything else by `node --import ./dist/scripts/tracing.js dist/main.js`: where OpenTelemetry's own
 * variables name a receiver, spans go there over OTLP and HTTP; else nothing is loaded.
 */
const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: ofTraces } = process.env;

if ((endpoint ?? ofTraces ?? '') !== '' && process.env['OTEL_SDK_DISABLED'] !== 'true') {
  const { startTracing } = await import('./tracing/start-tracing.js');
  startTracing(process.env);
}
