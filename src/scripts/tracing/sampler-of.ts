import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';

/** By `OTEL_TRACES_SAMPLER` and `OTEL_TRACES_SAMPLER_ARG`. @throws for a name or ratio that is none. */
export function samplerOf(name = 'parentbased_always_on', argument = '1'): Sampler {
  const root = rootOf(name.replace(/^parentbased_/, ''), argument);
  if (root === undefined) {
    throw new Error(
      `OTEL_TRACES_SAMPLER can not be "${name}" with the argument "${argument}". Take always_on, always_off or\n` +
        'traceidratio, each with "parentbased_" before it or not, and a ratio from 0 to 1 in OTEL_TRACES_SAMPLER_ARG.',
    );
  }
  return name.startsWith('parentbased_') ? new ParentBasedSampler({ root }) : root;
}

function rootOf(name: string, argument: string): Sampler | undefined {
  if (name === 'always_on') return new AlwaysOnSampler();
  if (name === 'always_off') return new AlwaysOffSampler();
  const ratio = Number(argument);
  const isRatio = argument.trim() !== '' && ratio >= 0 && ratio <= 1;
  return name === 'traceidratio' && isRatio ? new TraceIdRatioBasedSampler(ratio) : undefined;
}
