import { expect, test } from '@jest/globals';
import { mapMaybe } from './maybe-promise.js';

test('what is there is made something of at once', () => {
  expect(mapMaybe(2, (value) => value + 1)).toBe(3);
});

test('what comes later is made something of later', async () => {
  const mapped = mapMaybe(Promise.resolve(2), (value) => value + 1);
  expect(mapped).toBeInstanceOf(Promise);
  expect(await mapped).toBe(3);
});

test('what it is made may come later itself', async () => {
  expect(await mapMaybe(2, (value) => Promise.resolve(value + 1))).toBe(3);
  expect(await mapMaybe(Promise.resolve(2), (value) => Promise.resolve(value + 1))).toBe(3);
});

test('faults go the way they came', async () => {
  const fail = (): never => {
    throw new Error('no');
  };
  expect(() => mapMaybe(2, fail)).toThrow('no');
  await expect(mapMaybe(Promise.resolve(2), fail)).rejects.toThrow('no');
  await expect(mapMaybe(Promise.reject<number>(new Error('gone')), String)).rejects.toThrow('gone');
});
