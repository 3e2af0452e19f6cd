import { describe, expect, test } from '@jest/globals';
import type { IncomingHttpHeaders } from 'node:http';
import { Variants } from './variant.js';

const variants = new Variants();
const json = { 'content-type': 'application/json' };

describe('the coding of an answer', () => {
  test.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0.5, gzip', 'gzip'],
    ['br;q=0, gzip;q=0.1', 'gzip'],
    ['identity, br;q=0.5', 'identity'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['GZIP', 'gzip'],
    ['zstd', 'identity'],
    ['gzip;q=nonsense', 'identity'],
  ])('for %j is %s', (accepted, coding) => {
    const headers: IncomingHttpHeaders = accepted === undefined ? json : { ...json, 'accept-encoding': accepted };
    expect(variants.of(headers).coding).toBe(coding);
  });
});

describe('a body', () => {
  test.each([
    'application/json',
    'application/json; charset=UTF-8',
    'APPLICATION/JSON',
    'application/graphql-response+json',
  ])('may be %s', (type) => {
    expect(variants.of({ 'content-type': type }).isBodyTypeUsable).toBe(true);
  });

  test.each([
    undefined,
    '',
    'text/plain',
    'application/json; charset=utf-16',
    'application/x-www-form-urlencoded',
    'x',
    'multipart/form-data',
  ])('may not be %s', (type) => {
    expect(variants.of(type === undefined ? {} : { 'content-type': type }).isBodyTypeUsable).toBe(false);
  });
});

describe('two requests', () => {
  const id = (headers: IncomingHttpHeaders): string => variants.of({ ...json, ...headers }).id;

  test('whose headers mean the same are one', () => {
    expect(id({ 'accept-language': 'PT-br' })).toBe(id({ 'accept-language': 'pt-BR' }));
    expect(id({ accept: '*/*' })).toBe(id({}));
    expect(id({ 'accept-encoding': 'gzip, br' })).toBe(id({ 'accept-encoding': 'br' }));
    expect(id({ 'content-type': 'application/json;charset=utf-8' })).toBe(id({}));
    expect(id({ origin: 'https://app.example', 'user-agent': 'any' })).toBe(id({}));
  });

  test.each<IncomingHttpHeaders>([
    { 'accept-language': 'pt-BR' },
    { 'accept-language': 'pt-BR, en' },
    { accept: 'application/graphql-response+json' },
    { accept: 'text/html' },
    { 'accept-encoding': 'gzip' },
    { 'accept-encoding': 'br' },
    { 'apollo-require-preflight': '1' },
    { 'x-apollo-operation-name': 'A' },
    { 'content-type': 'text/plain' },
  ])('are told apart by %j', (headers) => {
    expect(id(headers)).not.toBe(id({}));
  });
});

test('what is asked beside the answer is told', () => {
  expect(variants.of({ ...json, 'x-watchme-extensions': 'cost' }).isExplained).toBe(true);
  expect(variants.of({ ...json, 'x-watchme-extensions': '' }).isExplained).toBe(false);
});

test('where no type is accepted there is none', () => {
  expect(variants.of({ ...json, accept: 'text/html' }).mediaType).toBeNull();
});

test('headers too long to be remembered are read all the same', () => {
  expect(variants.of({ ...json, 'accept-encoding': `${' '.repeat(2000)}br` }).coding).toBe('br');
});
