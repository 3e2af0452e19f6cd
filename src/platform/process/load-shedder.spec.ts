import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { LoadShedder, type Work } from './load-shedder.js';

const kinds: readonly Work[] = ['hit', 'warm', 'cold'];
let shedder: LoadShedder;
const warned = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();

beforeEach(() => {
  shedder = new LoadShedder();
});
afterEach(() => void warned.mockClear());

function admittedAt(...delays: readonly number[]): Work[] {
  for (const delayMs of delays) shedder.note(delayMs);
  return kinds.filter((work) => shedder.admits(work));
}

test('lets all in where nobody watches', () => {
  expect(admittedAt()).toEqual(['hit', 'warm', 'cold']);
});

test.each([
  [200, ['hit', 'warm', 'cold']],
  [201, ['hit', 'warm']],
  [500, ['hit', 'warm']],
  [501, ['hit']],
  [1000, ['hit']],
  [1001, []],
])('refuses what is dear first: at %i ms %j are let in', (delayMs, admitted) => {
  expect(admittedAt(delayMs)).toEqual(admitted);
});

test.each([
  [
    [201, 100],
    ['hit', 'warm'],
  ],
  [
    [201, 99],
    ['hit', 'warm', 'cold'],
  ],
  [[1001, 500], []],
  [[1001, 499], ['hit']],
  [
    [1001, 249],
    ['hit', 'warm'],
  ],
  [
    [1001, 99],
    ['hit', 'warm', 'cold'],
  ],
])('lets it in again at half the delay only: after %j ms %j', (delays, admitted) => {
  expect(admittedAt(...delays)).toEqual(admitted);
});

test('says when it begins and ends, and not between', () => {
  admittedAt(150, 201, 300, 150, 99, 50);
  expect(warned.mock.calls).toEqual([
    [{ work: 'cold', delayMs: 201 }, 'The event loop is late: requests are refused'],
    [{ work: 'cold', delayMs: 99 }, 'Requests are let in again'],
  ]);
});
