import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';

/**
 * By the names of https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables: all traces, unless
 * whoever calls has decided otherwise, is the default.
 */
export function samplerOf(name = 'parentbased_always_on', argument = '1'): Sampler {
  const isParentBased = name.startsWith('parentbased_');
  const root = rootOf(name.replace(/^parentbased_/, ''), argument);
  return isParentBased ? new ParentBasedSampler({ root }) : root;
}

function rootOf(name: string, argument: string): Sampler {
  if (name === 'always_off') return new AlwaysOffSampler();
  const ratio = Number(argument);
  return name === 'traceidratio' && ratio >= 0 && ratio <= 1
    ? new TraceIdRatioBasedSampler(ratio)
    : new AlwaysOnSampler();
}
