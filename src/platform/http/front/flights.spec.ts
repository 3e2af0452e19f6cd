import { expect, test } from '@jest/globals';
import { Flights } from './flights.js';
import type { ReadyAnswer } from './ready-answer.js';

// Only handed on.
const answer = {} as ReadyAnswer;

test('who asks while an answer is made gets that one', async () => {
  const flights = new Flights();
  expect(flights.find('a')).toBeUndefined();
  const land = flights.begin('a');
  const others = [flights.find('a'), flights.find('a')];
  expect(flights.find('b')).toBeUndefined();
  land(answer);
  for (const other of others) expect(await other).toBe(answer);
  expect(flights.find('a')).toBeUndefined();
  expect(flights.size).toBe(0);
});

test.each(['alone', 'gone'] as const)('one that comes to nothing for others says so: %s', async (landing) => {
  const flights = new Flights();
  const land = flights.begin('a');
  const other = flights.find('a');
  land(landing);
  land(answer);
  expect(await other).toBe(landing);
  expect(flights.find('a')).toBeUndefined();
});

test('one that lands late does not end the one after it', async () => {
  const flights = new Flights();
  const landFirst = flights.begin('a');
  const landSecond = flights.begin('a');
  landFirst('gone');
  const other = flights.find('a');
  landSecond(answer);
  expect(await other).toBe(answer);
});

test('once closed nobody joins those under way, and who has joined is answered', async () => {
  const flights = new Flights();
  const land = flights.begin('a');
  const joined = flights.find('a');
  flights.close();
  expect(flights.find('a')).toBeUndefined();
  land(answer);
  expect(await joined).toBe(answer);
});
