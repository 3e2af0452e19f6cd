import { describe, expect, jest, test } from '@jest/globals';
import type { Request, Response } from 'express';
import { EventEmitter } from 'node:events';
import type { AppConfig } from '../../config/app-config.js';
import { currentRequest } from '../request/current-request.js';
import type { RequestContext } from '../request/request-context.js';
import { requestContext } from './request-context.middleware.js';

const config = { http: { trustedProxies: 1 }, tmdb: { deadlineMs: 3000 } } as unknown as AppConfig;

function handle(headers: Request['headers']) {
  const setHeader = jest.fn();
  const response = Object.assign(new EventEmitter(), { setHeader, writableFinished: false });
  let context: RequestContext | undefined;
  const request = { headers, socket: { remoteAddress: '192.0.2.1' } } as Request;
  void requestContext(config)(request, response as unknown as Response, () => {
    context = currentRequest();
  });
  return { context, response, shown: setHeader.mock.calls };
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
    ['pt-BR, pt;q=0.8, en;q=0.7', ['pt-BR', 'pt', 'en']],
    ['en;q=0.1, de', ['de', 'en']],
    ['??, fr-CA', ['fr-CA']],
    ['*', []],
    [undefined, []],
  ])('takes from Accept-Language %j the locales %j', (header, locales) => {
    const headers = header === undefined ? {} : { 'accept-language': header };
    expect(handle(headers).context?.acceptedLocales).toEqual(locales);
  });

  test('knows the client behind the proxy, and how long it waits', () => {
    const { context } = handle({ 'x-forwarded-for': '198.51.100.7' });
    expect(context?.client).toBe('198.51.100.7');
    expect((context?.deadlineAt ?? 0) - (context?.startedAt ?? 0)).toBe(3200);
  });

  test.each([
    [false, true],
    [true, false],
  ])('takes a closed connection, answered %j, for abandoned: %j', (writableFinished, isAbandoned) => {
    const { context, response } = handle({});
    expect(context?.signal.aborted).toBe(false);
    Object.assign(response, { writableFinished }).emit('close');
    expect(context?.signal.aborted).toBe(isAbandoned);
  });

  test('ends with the request', () => {
    handle({});
    expect(currentRequest()).toBeUndefined();
  });
});
