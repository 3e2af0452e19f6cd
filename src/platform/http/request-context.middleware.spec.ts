import { describe, expect, jest, test } from '@jest/globals';
import type { Request, Response } from 'express';
import { currentRequest } from '../request/current-request.js';
import type { RequestContext } from '../request/request-context.js';
import { requestContext } from './request-context.middleware.js';

function handle(headers: Request['headers']): { context: RequestContext | undefined; shown: unknown } {
  const setHeader = jest.fn();
  let context: RequestContext | undefined;
  requestContext({ headers } as Request, { setHeader } as unknown as Response, () => {
    context = currentRequest();
  });
  return { context, shown: setHeader.mock.calls };
}

describe('requestContext', () => {
  test('keeps a harmless ID and says it in the answer', () => {
    const { context, shown } = handle({ 'x-request-id': 'abc-DEF_1.2' });
    expect(context?.requestId).toBe('abc-DEF_1.2');
    expect(shown).toEqual([['X-Request-Id', 'abc-DEF_1.2']]);
  });

  test.each(['', 'short', 'x'.repeat(65), 'line\nbreak-1', 'a b c d e f', '"quoted-id"', '<script>1'])(
    'replaces %j',
    (given) => {
      expect(handle({ 'x-request-id': given }).context?.requestId).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  test.each([
    ['pt-BR, pt;q=0.8, en;q=0.7', 'pt-BR'],
    ['en;q=0.1, de', 'de'],
    ['??, fr-CA', 'fr-CA'],
    ['*', null],
    [undefined, null],
  ])('takes from Accept-Language %j the locale %j', (header, locale) => {
    const headers = header === undefined ? {} : { 'accept-language': header };
    expect(handle(headers).context?.acceptedLocale).toBe(locale);
  });

  test('ends with the request', () => {
    handle({});
    expect(currentRequest()).toBeUndefined();
  });
});
