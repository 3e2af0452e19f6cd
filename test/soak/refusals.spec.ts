import { expect, test } from '@jest/globals';
import { judgeHarmless, judgeRefusal } from './refusals.js';

const refused = { status: 400, code: 'BAD_REQUEST' };

function answerOf(status: number, body: unknown) {
  return { status, headers: {}, text: typeof body === 'string' ? body : JSON.stringify(body) };
}

function errors(...codes: (string | undefined)[]): object {
  return { errors: codes.map((code) => ({ message: 'No.', extensions: { code } })) };
}

test('a fault that is named is ok', () => {
  expect(judgeRefusal(refused)(answerOf(400, errors('BAD_REQUEST')), [])).toEqual({ verdict: 'ok' });
});

test.each([
  ['another status', 500, errors('BAD_REQUEST')],
  ['another code', 400, errors('BAD_USER_INPUT')],
  ['another code beside it', 400, errors('BAD_REQUEST', 'INTERNAL_SERVER_ERROR')],
  ['no code', 400, errors(undefined)],
  ['no error', 400, { data: {} }],
  ['an empty list of them', 400, { errors: [] }],
  ['no GraphQL', 400, 'Bad Request'],
  ['a 503 that says nothing', 503, errors(undefined)],
  ['a 503 of ours', 503, errors('QUERY_TIMEOUT')],
  ['a secret', 400, errors('BAD_REQUEST', 'hush-hush')],
])('%s is a failure', (_what, status, body) => {
  expect(judgeRefusal(refused)(answerOf(status, body), ['hush-hush']).verdict).toBe('failed');
});

test.each(['SERVER_OVERLOADED', 'SERVICE_UNAVAILABLE'])('a 503 of %s is clean', (code) => {
  expect(judgeRefusal(refused)(answerOf(503, errors(code)), [])).toEqual({ verdict: 'clean', reason: code });
  expect(judgeHarmless('x')(answerOf(503, errors(code)), [])).toEqual({ verdict: 'clean', reason: code });
});

test.each([
  ['data', 200, { data: {} }],
  ['a fault of the client', 200, errors('BAD_USER_INPUT')],
  ['a refusal', 413, errors('PAYLOAD_TOO_LARGE')],
  ['nothing, as HEAD has it', 405, ''],
])('%s is harmless', (_what, status, body) => {
  expect(judgeHarmless('x')(answerOf(status, body), [])).toEqual({ verdict: 'ok' });
});

test.each([
  ['a fault of ours', 200, errors('INTERNAL_SERVER_ERROR')],
  ['a 500', 500, errors('BAD_REQUEST')],
  ['a 503 of ours', 503, errors('INTERNAL_SERVER_ERROR')],
  ['a page', 400, '<!doctype html>'],
  ['a stack', 400, { errors: [{ message: 'at run (file:///app/dist/main.js:1:2)' }] }],
])('%s is not, and its cause is named', (_what, status, body) => {
  const outcome = judgeHarmless('deep lists')(answerOf(status, body), []);
  expect(outcome.verdict).toBe('failed');
});
