import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { logOptions } from './log-options.js';

const secret = 'Bearer very-secret';

function lineOf(object: object): string {
  let text = '';
  pino(logOptions('info'), { write: (line: string) => void (text += line) }).error(object, 'It failed');
  return text;
}

test.each([
  ['an HTTP client', { err: Object.assign(new Error('x'), { options: { headers: { authorization: secret } } }) }],
  ['another', { err: Object.assign(new Error('x'), { options: { headers: { Authorization: secret } } }) }],
  ['a request', { req: { headers: { authorization: secret } } }],
  ['whatever has headers', { upstream: { headers: { authorization: secret } } }],
])('a line about %s holds no authorization', (_name, object) => {
  const line = lineOf(object);
  expect(line).not.toContain(secret);
  expect(line).toContain('[redacted]');
});

test('a line that holds none is written as it is', () => {
  const line = JSON.parse(lineOf({ upstream: { headers: { accept: 'text/plain' } } })) as object;
  expect(line).toMatchObject({ level: 50, msg: 'It failed', upstream: { headers: { accept: 'text/plain' } } });
});
