import type { Context, TextMapGetter, TextMapPropagator } from '@opentelemetry/api';

/** Takes up the traces of those who call, and hands none on: TMDb, whom alone we call, is not ours. */
export class InwardPropagator implements TextMapPropagator {
  constructor(private readonly inner: TextMapPropagator) {}

  inject(): void {
    // Nobody is told.
  }

  extract(context: Context, carrier: unknown, getter: TextMapGetter): Context {
    return this.inner.extract(context, carrier, getter);
  }

  fields(): string[] {
    return this.inner.fields();
  }
}
