import { expect, test } from '@jest/globals';
import { samplerOf } from './sampler-of.js';

test.each([
  [undefined, undefined, /^ParentBased\{root=AlwaysOnSampler/],
  ['always_on', undefined, /^AlwaysOnSampler$/],
  ['always_off', undefined, /^AlwaysOffSampler$/],
  ['traceidratio', '0.25', /^TraceIdRatioBased\{0\.25\}$/],
  ['parentbased_always_off', undefined, /^ParentBased\{root=AlwaysOffSampler/],
  ['parentbased_traceidratio', '0.1', /^ParentBased\{root=TraceIdRatioBased\{0\.1\}/],
])('%s with the argument %s is a sampler', (name, argument, expected) => {
  expect(samplerOf(name, argument).toString()).toMatch(expected);
});

test.each([
  ['sometimes', '1'],
  ['traceidratio', '2'],
  ['traceidratio', ''],
  ['traceidratio', 'half'],
])('%s with the argument "%s" is refused, with those that there are', (name, argument) => {
  expect(() => samplerOf(name, argument)).toThrow('always_off');
});
