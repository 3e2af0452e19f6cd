import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { ErrorCode } from '../../src/platform/errors/error-code.js';
import { markdownRows } from '../docs/markdown-rows.js';
import { type Api, startApi } from '../support/api.js';
import { errorsOf, expectFault } from './client-fault.js';
import { provocations } from './provocations.js';

const rows = new Map(markdownRows(readFileSync('docs/errors.md', 'utf8')).map((row) => [row[0], row]));

describe.each(Object.entries(provocations) as [ErrorCode, (typeof provocations)[ErrorCode]][])(
  '%s',
  (code, provoke) => {
    const [, statuses = '', , , extensions = ''] = rows.get(`\`${code}\``) ?? [];

    let api: Api;
    beforeAll(async () => {
      api = await startApi({ INTROSPECTION: 'off' });
    });
    afterAll(() => api.close());

    test('comes with a status and the extensions that docs/errors.md tells', async () => {
      const response = await provoke(api);
      const [error] = await errorsOf(response);
      expect(error.extensions.code).toBe(code);
      expect(statuses.split(', ')).toContain(String(response.status));
      const told = [...extensions.matchAll(/`(\w+)`/g)].map(([, name]) => name);
      expect(new Set(Object.keys(error.extensions))).toEqual(new Set(['code', 'requestId', ...told]));
    });
  },
);

describe('an unexpected error', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  test('tells a client nothing but the request ID', async () => {
    const response = await provocations.INTERNAL_SERVER_ERROR(api);
    const error = await expectFault(response, { status: 200, code: 'INTERNAL_SERVER_ERROR' });
    expect(error).toEqual({
      message: 'Internal error',
      path: ['genres'],
      locations: [{ line: 1, column: 3 }],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: response.headers.get('x-request-id') },
    });
  });

  test('is not kept in the cache', async () => {
    await provocations.INTERNAL_SERVER_ERROR(api);
    const answer = await api.ask('{ genres { name } }');
    expect(answer.errors).toBeUndefined();
    expect(answer.data.genres.length).toBeGreaterThan(10);
  });
});
