import { describe, expect, test } from '@jest/globals';
import { documentOf, type RequestParts } from './document-of.js';

const hash = 'ab'.repeat(32);
const other = 'cd'.repeat(32);
const text = '{ a }';
const persisted = (sha256Hash: unknown, version: unknown = 1) => ({ persistedQuery: { version, sha256Hash } });

describe('documentOf', () => {
  test.each<[RequestParts, object]>([
    [{}, { kind: 'none' }],
    [{ query: null, documentId: null, extensions: null }, { kind: 'none' }],
    [{ query: '' }, { kind: 'none' }],
    [{ extensions: { persistedQuery: null, other: 1 } }, { kind: 'none' }],
    [{ query: text }, { kind: 'text', text }],
    [
      { query: text, extensions: { other: 1 } },
      { kind: 'text', text },
    ],
    [
      { query: text, extensions: 'left to others' },
      { kind: 'text', text },
    ],
    [{ documentId: hash }, { kind: 'hash', hash }],
    [{ documentId: `sha256:${hash}` }, { kind: 'hash', hash }],
    [{ extensions: persisted(hash) }, { kind: 'hash', hash }],
    [
      { documentId: `sha256:${hash}`, extensions: persisted(hash) },
      { kind: 'hash', hash },
    ],
    [
      { query: '', documentId: hash },
      { kind: 'hash', hash },
    ],
    [
      { query: text, documentId: hash },
      { kind: 'hash', hash, text },
    ],
    [
      { query: text, extensions: persisted(hash) },
      { kind: 'hash', hash, text },
    ],
  ])('reads %j', (parts, named) => {
    expect(documentOf(parts)).toEqual(named);
  });

  test.each<[string, RequestParts]>([
    ['a document that is no text', { query: { kind: 'Document' } }],
    ['an id that is no text', { documentId: 5 }],
    ['an empty id', { documentId: '' }],
    ['another algorithm', { documentId: `sha1:${hash}` }],
    ['an id of one digit less', { documentId: hash.slice(1) }],
    ['an id in upper case', { documentId: hash.toUpperCase() }],
    ['an id with more after it', { documentId: `${hash}\n` }],
    ['a hash in upper case', { extensions: persisted(hash.toUpperCase()) }],
    ['a hash with the prefix of an id', { extensions: persisted(`sha256:${hash}`) }],
    ['a hash that is no text', { extensions: persisted([hash]) }],
    ['another version', { extensions: persisted(hash, 2) }],
    ['a version that is a text', { extensions: persisted(hash, '1') }],
    ['a persisted query that is no object', { extensions: { persistedQuery: [] } }],
    ['two names for two documents', { documentId: hash, extensions: persisted(other) }],
    ['one name of two that is none', { documentId: hash, extensions: persisted('x') }],
  ])('refuses %s', (_name, parts) => {
    expect(documentOf(parts)).toEqual({ kind: 'refused', message: expect.any(String) });
  });
});
