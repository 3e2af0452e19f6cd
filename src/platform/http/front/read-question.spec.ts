import { describe, expect, test } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { DocumentCache } from '../../graphql/documents/document-cache.js';
import { Documents } from '../../graphql/documents/documents.js';
import { sha256 } from '../../graphql/documents/sha256.js';
import { documentLimits } from '../../graphql/limits/limits.js';
import { readQuestion } from './read-question.js';

const documents = new Documents('allow', new Map(), new DocumentCache({ maxBytes: 1000, shared: null }));
const text = '{ a }';
const hash = sha256(text);

/** What is read, with what Apollo gets of it. */
function read(request: IncomingMessage, body: Buffer | null) {
  const question = readQuestion(documents, request, body);
  if ('status' in question) return question;
  const { forApollo, ...rest } = question;
  return { ...rest, ...forApollo() };
}

const ofBody = (body: string | object | Buffer) => {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return read({} as IncomingMessage, bytes);
};
const ofUrl = (url: string) => read({ url } as IncomingMessage, null);

describe('a body', () => {
  test('is read for what it asks, and handed to Apollo as it is', () => {
    const body = { query: text, operationName: 'A', variables: { b: 1 }, extensions: { c: 2 } };
    expect(ofBody(body)).toEqual({
      admission: { kind: 'text', text },
      operationName: 'A',
      variables: { b: 1 },
      extensions: { c: 2 },
      body,
      search: '',
    });
  });

  test('may begin with a mark of its byte order', () => {
    expect(ofBody(`\uFEFF${JSON.stringify({ query: text })}`)).toMatchObject({ admission: { kind: 'text', text } });
  });

  test('may name its document by its hash', () => {
    expect(ofBody({ documentId: `sha256:${hash}` })).toMatchObject({
      admission: { kind: 'hash', hash },
      body: { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
    });
  });

  test.each(['{', 'null,', '{"query":"{ a }"} {', '\uFFFD'])('that is no JSON is refused: %j', (body) => {
    expect(ofBody(body)).toMatchObject({ status: 400, code: 'BAD_REQUEST', message: 'The body is not JSON.' });
  });

  test.each(['', '[]', '[{"query":"{ a }"}]', '"{ a }"', 'null', '7', '{}'])(
    'that is no object is refused: %j',
    (body) => {
      expect(ofBody(body)).toMatchObject({
        status: 400,
        code: 'BAD_REQUEST',
        message: expect.stringContaining('object'),
      });
    },
  );

  test('that names no document is left to Apollo', () => {
    expect(ofBody({ variables: {} })).toMatchObject({ admission: { kind: 'none' }, body: { variables: {} } });
  });

  test('whose hash is of another document is refused', () => {
    expect(ofBody({ query: '{ b }', documentId: hash })).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  test('of too many tokens is refused with their number', () => {
    const tokens = documentLimits.tokens + 1;
    const query = `{ ${'a '.repeat(tokens - 2)}}`;
    expect(ofBody({ query })).toMatchObject({
      status: 400,
      code: 'DOCUMENT_LIMIT_EXCEEDED',
      details: { limit: 'tokens', allowed: documentLimits.tokens, actual: tokens },
    });
    expect(ofBody({ query: query.replace('a ', '') })).toMatchObject({ admission: { kind: 'text' } });
  });

  test('may be long without many tokens', () => {
    expect(ofBody({ query: `{ a } # ${'long '.repeat(2000)}` })).toMatchObject({ admission: { kind: 'text' } });
  });
});

describe('an address', () => {
  test('is read for what it asks, and handed to Apollo as it is', () => {
    const parameters = new URLSearchParams({ operationName: 'A', variables: '{"b":1}', query: text });
    expect(ofUrl(`/graphql?${parameters.toString()}`)).toEqual({
      admission: { kind: 'text', text },
      operationName: 'A',
      variables: { b: 1 },
      extensions: null,
      body: undefined,
      search: `?${parameters.toString()}`,
    });
  });

  test('without a question names no document', () => {
    expect(ofUrl('/graphql')).toMatchObject({ admission: { kind: 'none' }, search: '' });
  });

  test('whose variables are no JSON does not look like one without', () => {
    expect(ofUrl('/graphql?query={a}&variables={')).toMatchObject({
      variables: '',
      search: expect.stringContaining('variables=%7B'),
    });
  });

  test.each(['query={a}&query={b}', 'query={a}&extensions=[]'])(
    'that is ambiguous or no use is refused: %s',
    (search) => {
      expect(ofUrl(`/graphql?${search}`)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    },
  );
});
