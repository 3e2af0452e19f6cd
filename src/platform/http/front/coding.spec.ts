import { expect, test } from '@jest/globals';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { encode, leastCompressedBytes } from './coding.js';

const text = Buffer.from('a page of films, '.repeat(100));

test('what is compressed is the same inside, and less', async () => {
  const [br, gzip] = [await encode(text, 'br'), await encode(text, 'gzip')];
  expect([br.coding, gzip.coding]).toEqual(['br', 'gzip']);
  expect(brotliDecompressSync(br.bytes)).toEqual(text);
  expect(gunzipSync(gzip.bytes)).toEqual(text);
  expect(br.bytes.length).toBeLessThan(text.length / 4);
});

test('it stays as it is where nothing else is accepted', async () => {
  expect(await encode(text, 'identity')).toEqual({ bytes: text, coding: 'identity' });
});

test.each(['br', 'gzip'] as const)('what is small stays as it is: %s', async (coding) => {
  const small = Buffer.alloc(leastCompressedBytes - 1, 'a');
  expect(await encode(small, coding)).toEqual({ bytes: small, coding: 'identity' });
  expect((await encode(Buffer.alloc(leastCompressedBytes, 'a'), coding)).coding).toBe(coding);
});
