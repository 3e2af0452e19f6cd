import { describe, expect, test } from '@jest/globals';
import { bodyForApollo, searchForApollo } from './named-for-apollo.js';

const hash = 'ab'.repeat(32);
const persistedQuery = { version: 1, sha256Hash: hash };
const document = { kind: 'Document', definitions: [] } as const;

describe('bodyForApollo', () => {
  test('names a trusted document by its hash alone', () => {
    const body = { query: '{ a }', documentId: hash, variables: { b: 1 }, extensions: { other: 1 } };
    expect(bodyForApollo(body, { kind: 'trusted', hash, text: '{ a }', document: document as never })).toEqual({
      variables: { b: 1 },
      extensions: { other: 1, persistedQuery },
    });
  });

  test('names a document to register by both, and one to look up by its hash', () => {
    expect(bodyForApollo({ query: '{ a }', documentId: hash }, { kind: 'text', text: '{ a }', hash })).toEqual({
      query: '{ a }',
      extensions: { persistedQuery },
    });
    expect(bodyForApollo({ documentId: hash }, { kind: 'hash', hash })).toEqual({ extensions: { persistedQuery } });
  });

  test.each([{ query: '{ a }', operationName: null }, { query: '{ a }', extensions: 'x' }, { query: '{ a }' }])(
    'leaves %j as it is',
    (body) => {
      expect(bodyForApollo(body, { kind: 'text', text: '{ a }' })).toEqual(body);
    },
  );
});

describe('searchForApollo', () => {
  test('names a document by its hash and leaves the rest', () => {
    const search = searchForApollo(`?documentId=${hash}&variables=%7B%7D&variables=5`, { kind: 'hash', hash });
    const parameters = new URLSearchParams(search);
    expect([...parameters.keys()]).toEqual(['variables', 'variables', 'extensions']);
    expect(JSON.parse(parameters.get('extensions') ?? '')).toEqual({ persistedQuery });
  });

  test('writes a text so that it is read again', () => {
    const text = '{ a(b: "&=+%#ä") }';
    const search = searchForApollo(`?${new URLSearchParams({ query: text }).toString()}`, { kind: 'text', text });
    expect(Object.fromEntries(new URLSearchParams(search))).toEqual({ query: text });
  });
});
