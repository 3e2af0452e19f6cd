import { expect, test } from '@jest/globals';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { encode, leastCompressedBytes } from './coding.js';

const text = Buffer.from('a page of films, '.repeat(100));

test('what is compressed is the same inside, and less', async () => {
  const [br, gzip] = [await encode(text, 'br'), await encode(text.toString('latin1'), 'gzip')];
  expect([br.coding, gzip.coding]).toEqual(['br', 'gzip']);
  expect(brotliDecompressSync(br.payload as Buffer)).toEqual(text);
  expect(gunzipSync(gzip.payload as Buffer)).toEqual(text);
  expect(br.payload.length).toBeLessThan(text.length / 4);
});

test('it stays as it is where nothing else is accepted', async () => {
  expect(await encode(text, 'identity')).toEqual({ payload: text, coding: 'identity' });
});

test.each(['br', 'gzip'] as const)('what is small stays as it is: %s', async (coding) => {
  const small = Buffer.alloc(leastCompressedBytes - 1, 'a');
  expect(await encode(small, coding)).toEqual({ payload: small, coding: 'identity' });
  expect((await encode(Buffer.alloc(leastCompressedBytes, 'a'), coding)).coding).toBe(coding);
});
