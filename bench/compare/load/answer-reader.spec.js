import { expect, test } from '@jest/globals';
import { AnswerReader } from './answer-reader.js';

/** What a reader finds in these parts of a stream. */
function read(...parts) {
  const found = [];
  const reader = new AnswerReader((status, bytes) => found.push([status, bytes]));
  for (const part of parts) reader.push(Buffer.from(part));
  return found;
}

const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello';

test('an answer ends where its length says', () => {
  expect(read(answer)).toEqual([[200, 5]]);
});

test('an answer is found wherever the stream is cut', () => {
  for (let cut = 1; cut < answer.length; cut += 1) {
    expect(read(answer.slice(0, cut), answer.slice(cut))).toEqual([[200, 5]]);
  }
});

test('answers that follow each other are counted one by one', () => {
  expect(read(answer, 'HTTP/1.1 503 Busy\r\ncontent-length: 0\r\n\r\n', answer)).toEqual([
    [200, 5],
    [503, 0],
    [200, 5],
  ]);
});

test('a 304 has no body, whatever length it names', () => {
  expect(read('HTTP/1.1 304 Not Modified\r\ncontent-length: 12239\r\n\r\n')).toEqual([[304, 0]]);
});

test('an answer in chunks ends with the empty one, wherever the stream is cut', () => {
  const chunked = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n';
  for (let cut = 1; cut < chunked.length; cut += 1) {
    expect(read(chunked.slice(0, cut), chunked.slice(cut))).toEqual([[200, 15]]);
  }
});

test('an answer without an end of its head is refused', () => {
  expect(() => read('x'.repeat(20_000))).toThrow('no end of its head');
});
