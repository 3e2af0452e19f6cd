import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Attack } from './attack.js';

const query = '{ about { mode } }';
const good = JSON.stringify({ query });

/** Values of wrong kinds, as JSON. */
const wrong = [
  'null',
  'true',
  '5',
  '1e400',
  '""',
  '"x"',
  '[]',
  '[1]',
  '{}',
  '{"a":{}}',
  '"__proto__"',
  '[[]]',
  '[null]',
];
const deep = (open: string, close: string, times: number): string => `${open.repeat(times)}1${close.repeat(times)}`;

const texts: Readonly<Record<string, string>> = {
  nothing: '',
  'a blank': ' ',
  'a BOM': `\ufeff${good}`,
  NUL: '\u0000',
  'half of it': good.slice(0, -4),
  twice: good + good,
  'a comma too much': '{"query":"{ __typename }",}',
  'single quotes': "{'query':'{ __typename }'}",
  NaN: '{"query":NaN}',
  'a comment': `/* a */ ${good}`,
  'query twice': `{"query":"{ nothing }","query":"{ __typename }"}`,
  'variables twice': `{"query":"${query}","variables":[],"variables":{}}`,
  __proto__: `{"__proto__":{"query":"${query}"}}`,
  '__proto__ beside': `{"query":"${query}","__proto__":{"polluted":1}}`,
  constructor: `{"query":"${query}","constructor":{"prototype":{"polluted":1}}}`,
  '__proto__ in variables': `{"query":"${query}","variables":{"__proto__":{"polluted":1}}}`,
  '__proto__ in extensions': `{"query":"${query}","extensions":{"__proto__":{"persistedQuery":1}}}`,
  'methods in variables': `{"query":"${query}","variables":{"toString":1,"hasOwnProperty":2,"toJSON":3}}`,
  'many keys': `{${Array.from({ length: 8000 }, (_, index) => `"k${index}":1`).join(',')}}`,
  'many variables': `{"query":"${query}","variables":{${Array.from({ length: 8000 }, (_, index) => `"k${index}":1`).join(',')}}}`,
  'numbers for keys': `{"query":"${query}","variables":{${Array.from({ length: 8000 }, (_, index) => `"${index}":1`).join(',')}}}`,
  'deep lists': deep('[', ']', 49_000),
  'deep objects': deep('{"a":', '}', 16_000),
  'deep variables': `{"query":"${query}","variables":{"a":${deep('[', ']', 45_000)}}}`,
  'deep variables of objects': `{"query":"${query}","variables":{"a":${deep('{"a":', '}', 16_000)}}}`,
  'deep variables that are used': `{"query":"query Q($a: MovieFilterInput) { discoverMovies(filter: $a) { totalCount } }","variables":{"a":${deep('{"genres":', '}', 8000)}}}`,
  'deep extensions': `{"query":"${query}","extensions":{"a":${deep('[', ']', 45_000)}}}`,
  'an unfinished escape': '{"query":"\\u12"}',
  'a body of 100,000 bytes and one': good.padEnd(100_001, ' '),
  'a body of a million bytes': good.padEnd(1_000_000, ' '),
  'a batch': `[${good},${good}]`,
  'a batch of 1,000': `[${Array.from({ length: 1000 }, () => good).join(',')}]`,
  'a document as a tree': '{"query":{"kind":"Document","definitions":[]}}',
  'a long hash': `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"${'a'.repeat(90_000)}"}}}`,
  'an unknown hash': `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"${'0'.repeat(64)}"}}}`,
  'a wrong hash': `{"query":"${query}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"${'0'.repeat(64)}"}}}`,
  'capitals in the hash': `{"query":"${query}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"${'A'.repeat(64)}"}}}`,
};

const types = [
  '',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'multipart/mixed; boundary=x',
  'application/graphql',
  'application/xml',
  'application/octet-stream',
  'application/json; charset=latin1',
  'application/json; charset=utf-16le',
  'application/json; charset=utf-32',
  'application/json; charset=utf-7',
  'application/json; charset="utf-8"',
  'application/json; charset=UTF8',
  'application/json; charset=',
  'application/json; charset=__proto__',
  'application/json;;;',
  'application/json; charset=utf-8; charset=utf-16',
  'application/json, text/plain',
  'APPLICATION/JSON',
  'application/vnd.api+json',
  'application/json+x',
  'nonsense',
  ';',
  'a/b; '.repeat(300),
];

/** Buffers of the global `ArrayBuffer`, which is what fetch takes. */
const bytesOf = (data: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(data);

const bytes: Readonly<Record<string, Uint8Array>> = {
  'UTF-16': Buffer.from(good, 'utf16le'),
  'UTF-16 with its mark': Buffer.from(`\ufeff${good}`, 'utf16le'),
  'broken UTF-8': Buffer.concat([
    Buffer.from('{"query":"{ a'),
    Buffer.from([0xff, 0xfe, 0xc0, 0x80]),
    Buffer.from(' }"}'),
  ]),
  'half a character of UTF-8': Buffer.from([...Buffer.from('{"query":"{ a }'), 0xe2, 0x82]),
  'a surrogate in UTF-8': Buffer.from([...Buffer.from('{"query":"'), 0xed, 0xa0, 0x80, ...Buffer.from('"}')]),
  'random bytes': Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)),
};

const encodings: readonly (readonly [string, Uint8Array])[] = [
  ['gzip', gzipSync(good)],
  ['gzip', gzipSync(Buffer.alloc(50_000_000))],
  ['gzip', Buffer.from(good)],
  ['gzip, gzip', gzipSync(gzipSync(good))],
  ['deflate', deflateSync(good)],
  ['br', brotliCompressSync(good)],
  ['zstd', Buffer.from(good)],
  ['identity', Buffer.from(good)],
  ['chunked', Buffer.from(good)],
  ['__proto__', Buffer.from(good)],
];

export function badBodies(): Attack[] {
  const parts = ['query', 'variables', 'operationName', 'extensions'];
  const persisted = ['persistedQuery', 'persistedQuery.version', 'persistedQuery.sha256Hash'];
  return [
    ...Object.entries(texts).map(([name, body]) => ({ name, body })),
    ...wrong.map((body) => ({ name: `the body ${body}`, body })),
    ...parts.flatMap((part) => wrong.map((value) => ({ name: `${part} ${value}`, body: withPart(part, value) }))),
    ...[true, false].flatMap((isWithQuery) =>
      persisted.flatMap((part) =>
        wrong.map((value) => ({ name: `${part} ${value}`, body: withPersisted(part, value, isWithQuery) })),
      ),
    ),
    ...parts.flatMap((part) =>
      [...wrong, '{', '}', 'x', '"'].map((value) => byGet(`${part}=${encodeURIComponent(value)}`)),
    ),
    ...[
      '',
      '&',
      '=',
      'query',
      'query=%',
      'query=%E0%A4%A',
      'query[]=a',
      'query[a]=b',
      `query=a${'&query=a'.repeat(500)}`,
    ].map(byGet),
    ...types.flatMap((type) =>
      [good, 'query={a}', ''].map((body) => ({
        name: `type ${type.slice(0, 60)}`,
        body,
        headers: { 'content-type': type },
      })),
    ),
    ...Object.entries(bytes).map(([name, body]) => ({ name, body: bytesOf(body) })),
    ...encodings.map(([encoding, body]) => ({
      name: `encoding ${encoding}`,
      body: bytesOf(body),
      headers: { 'content-encoding': encoding },
    })),
    ...['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'PROPFIND'].map((method) => ({ name: method, method })),
  ];
}

function withPart(part: string, value: string): string {
  return part === 'query' ? `{"query":${value}}` : `{"query":"${query}","${part}":${value}}`;
}

function withPersisted(part: string, value: string, isWithQuery: boolean): string {
  const given = { version: '1', sha256Hash: `"${'0'.repeat(64)}"` };
  const [, key] = part.split('.');
  const persisted = key === undefined ? value : JSON.stringify({ ...given, [key]: '#' }).replace('"#"', () => value);
  const sent = isWithQuery ? `"query":"${query}",` : '';
  return `{${sent}"extensions":{"persistedQuery":${persisted}}}`;
}

function byGet(parameters: string): Attack {
  const search =
    parameters.startsWith('query') || parameters === ''
      ? parameters
      : `query=${encodeURIComponent(query)}&${parameters}`;
  return { name: `GET ${search.slice(0, 80)}`, method: 'GET', search, headers: { 'apollo-require-preflight': 'true' } };
}
