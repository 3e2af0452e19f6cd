import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { ConfigError } from '../../../config/load-config.js';
import { DocumentCache } from './document-cache.js';
import { Documents } from './documents.js';
import { sha256 } from './sha256.js';

const schema = buildSchema('type Query { a: Int b: Int }');
const trustedText = 'query Trusted { a }';
const trustedHash = sha256(trustedText);
const freeText = '{ b }';
const freeHash = sha256(freeText);

function documentsOf(
  mode: 'allow' | 'require',
  texts: readonly string[] = [trustedText],
  options = { introspection: true },
): Documents {
  const cache = new DocumentCache({ maxBytes: 10_000, shared: null });
  const documents = new Documents(mode, new Map(texts.map((text) => [sha256(text), text])), cache);
  documents.trust(schema, options);
  return documents;
}

const trusted = {
  kind: 'trusted',
  hash: trustedHash,
  text: trustedText,
  document: expect.objectContaining({ kind: 'Document' }),
};
const untrusted = { kind: 'refused', status: 400, code: 'DOCUMENT_NOT_TRUSTED', message: expect.any(String) };
const bad = { kind: 'refused', status: 400, code: 'BAD_REQUEST', message: expect.any(String) };

describe.each(['allow', 'require'] as const)('in mode %s', (mode) => {
  const documents = documentsOf(mode);

  test.each([
    ['by its hash', { documentId: trustedHash }],
    ['by its text', { query: trustedText }],
    ['by both', { query: trustedText, documentId: `sha256:${trustedHash}` }],
  ])('a trusted document is admitted %s', (_name, parts) => {
    expect(documents.admit(parts)).toEqual(trusted);
  });

  test('a trusted hash beside another text is refused', () => {
    expect(documents.admit({ query: freeText, documentId: trustedHash })).toEqual(bad);
  });

  test('what names nothing, or badly, is told as such', () => {
    expect(documents.admit({})).toEqual({ kind: 'none' });
    expect(documents.admit({ documentId: 'x' })).toEqual(bad);
  });

  test('a trusted text is found by its hash', async () => {
    expect(await documents.find(trustedHash)).toBe(trustedText);
    expect(documents.findTrusted(freeHash)).toBeNull();
  });
});

describe('where others are allowed', () => {
  const documents = documentsOf('allow');

  test.each([
    [{ query: freeText }, { kind: 'text', text: freeText }],
    [{ documentId: freeHash }, { kind: 'hash', hash: freeHash }],
    [
      { query: freeText, documentId: freeHash },
      { kind: 'text', text: freeText, hash: freeHash },
    ],
  ])('%j is admitted', (parts, admission) => {
    expect(documents.admit(parts)).toEqual(admission);
  });

  test('one is found once it is registered', async () => {
    expect(await documents.find(freeHash)).toBeNull();
    documents.register(freeHash, freeText);
    expect(await documents.find(freeHash)).toBe(freeText);
  });
});

describe('where trusted documents are required', () => {
  test.each([
    ['a text', { query: freeText }],
    ['a hash', { documentId: freeHash }],
    ['both', { query: freeText, documentId: freeHash }],
    ['introspection', { query: '{ __schema { types { name } } }' }],
  ])('%s of another is refused', (_name, parts) => {
    expect(documentsOf('require').admit(parts)).toEqual(untrusted);
  });

  test('nothing is registered', async () => {
    const documents = documentsOf('require');
    documents.register(freeHash, freeText);
    expect(await documents.find(freeHash)).toBeNull();
  });
});

describe('trust', () => {
  test.each([
    ['is no GraphQL', '{', 'Syntax Error'],
    ['does not fit the schema', '{ c }', 'Cannot query field "c"'],
    ['is of a kind that the schema has none of', 'subscription { a }', 'no subscriptions'],
  ])('refuses a document that %s', (_name, text, fault) => {
    const trusting = () => documentsOf('allow', [trustedText, text]);
    expect(trusting).toThrow(ConfigError);
    expect(trusting).toThrow(fault);
    expect(trusting).toThrow(sha256(text));
  });

  test('lets a document ask for the schema only where that is told', () => {
    const text = '{ __schema { types { name } } }';
    expect(documentsOf('allow', [text]).findTrusted(sha256(text))).not.toBeNull();
    expect(() => documentsOf('allow', [text], { introspection: false })).toThrow('introspection');
  });
});
