import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { Run, Write, Written } from './run.js';
import { fieldsWriter, listWriter, objectWriter } from './write-many.js';

const run = {} as Run;
const now = (text: string) => (): Written => text;
const later =
  (text: string, ms = 0) =>
  async (): Promise<string> => {
    await pause(ms);
    return text;
  };
const failNow = (message: string) => (): never => {
  throw new Error(message);
};
const failLater =
  (message: string, ms = 0) =>
  async (): Promise<string> => {
    await pause(ms);
    throw new Error(message);
  };

const keyed = (writes: readonly (() => Written)[]) =>
  writes.map((write, index) => ({ prefix: `${index === 0 ? '' : ','}"${index}":`, write }));

const unhandled: unknown[] = [];
const note = (error: unknown): void => void unhandled.push(error);
beforeAll(() => void process.on('unhandledRejection', note));
afterAll(async () => {
  await pause(20);
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

describe('an object', () => {
  test('of what is at hand is there at once', () => {
    expect(objectWriter(keyed([now('1'), now('2')]))({}, run)).toBe('{"0":1,"1":2}');
    expect(objectWriter([])({}, run)).toBe('{}');
    expect(fieldsWriter(keyed([now('1'), now('2')]))({}, run)).toBe('"0":1,"1":2');
  });

  test.each([
    ['first', [later('1', 5), now('2'), now('3')]],
    ['last', [now('1'), now('2'), later('3')]],
    ['all', [later('1', 9), later('2', 1), later('3', 5)]],
  ])('keeps its order when something comes later: %s', async (_, writes) => {
    expect(await objectWriter(keyed(writes))({}, run)).toBe('{"0":1,"1":2,"2":3}');
  });

  test('begins all of its fields before it waits', async () => {
    let begun = 0;
    const beginning = (): Promise<string> => {
      begun += 1;
      return later('1', 5)();
    };
    const writing = objectWriter(keyed([beginning, beginning, beginning]))({}, run);
    expect(begun).toBe(3);
    await writing;
  });

  test('fails at once with a field that fails at once', () => {
    expect(() => objectWriter(keyed([now('1'), failNow('no'), later('3')]))({}, run)).toThrow('no');
  });

  test.each([
    ['later', [later('1'), failLater('no'), now('3')]],
    ['at once, after one that is awaited', [later('1'), failNow('no'), later('3')]],
    ['several', [failLater('no', 1), failLater('other', 5), failLater('third', 9), failNow('no')]],
  ])('fails with a field that fails: %s', async (_, writes) => {
    await expect(Promise.resolve(objectWriter(keyed(writes))({}, run))).rejects.toThrow('no');
  });
});

describe('a list', () => {
  const each: Write = (item) => (typeof item === 'function' ? (item as () => Written)() : String(item));

  test.each([
    ['nothing', [], '[]'],
    ['one', [1], '[1]'],
    ['several', [1, 2, 3], '[1,2,3]'],
    ['what is no array', new Set([1, 2]), '[1,2]'],
  ])('of %s is there at once', (_, value, text) => {
    expect(listWriter(each)(value, run)).toBe(text);
  });

  test.each([
    ['an item is a promise', [1, Promise.resolve(2), 3]],
    ['an item is written later', [1, later('2', 5), 3]],
    ['all come later', [later('1', 9), later('2', 1), Promise.resolve(3)]],
  ])('keeps its order when %s', async (_, value) => {
    expect(await listWriter(each)(value, run)).toBe('[1,2,3]');
  });

  test.each(['text', 7, {}, true])('is not %p', (value) => {
    expect(() => listWriter(each)(value, run)).toThrow('A list was expected.');
  });

  test('fails with an item that fails, and hears of all others', async () => {
    expect(() => listWriter(each)([failNow('no'), 2], run)).toThrow('no');
    const writing = listWriter(each)([later('1'), failLater('no', 1), failLater('other', 5), failNow('no')], run);
    await expect(Promise.resolve(writing)).rejects.toThrow('no');
  });
});
