import { describe, expect, test } from '@jest/globals';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { bodyLimitBytes } from '../graphql/limits/limits.js';
import { type BodyFault, readBody } from './request-body.js';

/** What came of a body that is sent in these pieces; `isWhole`: until its end. */
async function read(pieces: readonly Buffer[], headers: IncomingHttpHeaders = {}, isWhole = true) {
  const stream = Object.assign(new PassThrough(), { headers });
  const told: (Buffer | BodyFault)[] = [];
  const tell = (what: Buffer | BodyFault): void => void told.push(what);
  readBody(stream as unknown as IncomingMessage, { onBody: tell, onFault: tell });
  for (const piece of pieces) {
    stream.write(piece);
    await nextTurn();
  }
  if (isWhole) stream.end();
  else stream.destroy();
  await nextTurn();
  await nextTurn();
  return told;
}

const largest = Buffer.alloc(bodyLimitBytes, 'a');

describe('a body is read', () => {
  test.each([
    ['in one piece', ['{"a":1}']],
    ['in several', ['{"a', '":', '1}']],
    ['that is empty', []],
  ])('%s', async (_, pieces) => {
    expect(await read(pieces.map((piece) => Buffer.from(piece)))).toEqual([Buffer.from(pieces.join(''))]);
  });

  test('whose characters are cut in two', async () => {
    const bytes = Buffer.from('ü');
    expect(await read([bytes.subarray(0, 1), bytes.subarray(1)])).toEqual([bytes]);
  });

  test('of the largest size, announced or not', async () => {
    expect(await read([largest])).toEqual([largest]);
    expect(await read([largest], { 'content-length': String(bodyLimitBytes) })).toEqual([largest]);
  });

  test('that says it is not encoded', async () => {
    expect(await read([Buffer.from('a')], { 'content-encoding': 'Identity' })).toEqual([Buffer.from('a')]);
  });
});

describe('a body is not taken', () => {
  test('that is announced as too large, without a look at it', async () => {
    const told = await read([Buffer.from('a')], { 'content-length': String(bodyLimitBytes + 1) });
    expect(told).toEqual([{ kind: 'too-large', bytes: bodyLimitBytes + 1, isAnnounced: true }]);
  });

  test('that turns out too large, and is told so once', async () => {
    const told = await read([largest, Buffer.from('a'), largest, largest]);
    expect(told).toEqual([{ kind: 'too-large', bytes: bodyLimitBytes + 1, isAnnounced: false }]);
  });

  test.each(['gzip', 'br', 'deflate', 'gzip, gzip', 'x'])('that is encoded: %s', async (encoding) => {
    expect(await read([Buffer.from('a')], { 'content-encoding': encoding })).toEqual([{ kind: 'encoded' }]);
  });

  test('of a client that goes away, and nothing is told', async () => {
    expect(await read([Buffer.from('{"a"')], {}, false)).toEqual([]);
  });
});
