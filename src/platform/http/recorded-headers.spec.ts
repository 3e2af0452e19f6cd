import { expect, test } from '@jest/globals';
import { recordedHeaders } from './recorded-headers.js';

test('what middlewares set is told in their order, by names and values in turn', () => {
  const headers = recordedHeaders(
    [
      (_, response, next) => {
        response.setHeader('x-one', '1');
        next();
      },
      (request, response, next) => {
        response.setHeader('x-two', request.headers.origin ?? 'none');
        response.setHeader('x-method', String(request.method));
        next();
      },
    ],
    { origin: 'https://app.example' },
  );
  expect(headers).toEqual(['x-one', '1', 'x-two', 'https://app.example', 'x-method', 'GET']);
});
