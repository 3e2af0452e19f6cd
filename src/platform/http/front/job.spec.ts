import { describe, expect, test } from '@jest/globals';
import { askedOf, isRegistering, type Job } from './job.js';
import type { Question } from './read-question.js';

const question: Question = {
  admission: { kind: 'text', text: '{ a }' },
  operationName: undefined,
  variables: undefined,
  extensions: undefined,
  forApollo: () => ({ body: undefined, search: '' }),
};

describe('what is asked', () => {
  test('is the text, its operation and its variables', () => {
    expect(askedOf('{ a }', question)).toEqual({ text: '{ a }', operationName: null, variables: {} });
    expect(askedOf('{ a }', { ...question, operationName: 'A_1', variables: { b: [1] } })).toEqual({
      text: '{ a }',
      operationName: 'A_1',
      variables: { b: [1] },
    });
    expect(askedOf('{ a }', { ...question, operationName: null, variables: null })?.variables).toEqual({});
  });

  test.each(['', 'a b', '1a', 'a\nb', 'ä', 7, {}])('is left to Apollo with the operation %j', (operationName) => {
    expect(askedOf('{ a }', { ...question, operationName })).toBeNull();
  });

  test.each([[[]], ['{}'], [7], [true]])('is left to Apollo with the variables %j', (variables) => {
    expect(askedOf('{ a }', { ...question, variables })).toBeNull();
  });

  test('is unknown without a text', () => {
    expect(askedOf(null, question)).toBeNull();
  });
});

test('a text with its hash is to be registered, and nothing else is', () => {
  const isIt = (admission: Question['admission']) => isRegistering({ question: { ...question, admission } } as Job);
  expect(isIt({ kind: 'text', text: '{ a }', hash: 'b' })).toBe(true);
  expect(isIt({ kind: 'text', text: '{ a }' })).toBe(false);
  expect(isIt({ kind: 'hash', hash: 'b' })).toBe(false);
  expect(isIt({ kind: 'none' })).toBe(false);
});
