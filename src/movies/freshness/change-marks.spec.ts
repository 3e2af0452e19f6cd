import { beforeEach, describe, expect, test } from '@jest/globals';
import { ChangeMarks } from './change-marks.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const start = Date.parse('2026-06-15T12:00:00Z');
let now: number;
let marks: ChangeMarks;

beforeEach(() => {
  now = start;
  marks = marksOf();
});

function marksOf(): ChangeMarks {
  return new ChangeMarks({ kind: 'movie', intervalMs: minuteMs, now: () => now });
}

/** A poll at a time after the start, which takes no time. */
function poll(atMs: number, ...ids: number[]): void {
  now = start + atMs;
  marks.beginPoll()(ids);
}

/** Polls from the first to the last time, so often that the feed is fresh at each. */
function pollEach(everyMs: number, fromMs: number, toMs: number, ...ids: number[]): void {
  for (let atMs = fromMs; atMs <= toMs; atMs += everyMs) poll(atMs, ...ids);
}

const verdict = (id: number, storedAtMs: number) => marks.since(`movie:${id}`, start + storedAtMs);

describe('ChangeMarks', () => {
  test('knows nothing before the first poll', () => {
    expect(verdict(1, 0)).toBe('unknown');
  });

  test('takes the first poll for no news: what it names may have changed at any time', () => {
    poll(0, 1);
    expect([verdict(1, -hourMs), verdict(1, 0), verdict(2, -hourMs)]).toEqual(['unknown', 'unknown', 'unknown']);
  });

  test('says unchanged of what no poll has named since it was stored', () => {
    poll(0);
    poll(minuteMs);
    expect([verdict(2, 0), verdict(2, minuteMs), verdict(2, -1)]).toEqual(['unchanged', 'unchanged', 'unknown']);
  });

  test('says nothing of what was stored after the last poll', () => {
    poll(0);
    poll(minuteMs);
    now += 1000;
    expect(verdict(2, minuteMs + 1)).toBe('unknown');
  });

  test('has what is newly named read anew, if it was stored before', () => {
    poll(0);
    poll(minuteMs, 1);
    expect([verdict(1, 0), verdict(1, minuteMs - 1), verdict(1, minuteMs)]).toEqual(['due', 'due', 'unknown']);
    expect(verdict(1, -hourMs)).toBe('due');
  });

  test('leaves what stays named to its lifetime, and dates it by its first naming', () => {
    poll(0);
    poll(minuteMs, 1);
    poll(2 * minuteMs, 1);
    poll(3 * minuteMs, 1);
    expect([verdict(1, 0), verdict(1, minuteMs), verdict(1, 2.5 * minuteMs)]).toEqual(['due', 'unknown', 'unknown']);
  });

  test('dates anew what comes back after it had left the list', () => {
    poll(0);
    poll(minuteMs, 1);
    poll(2 * minuteMs);
    expect([verdict(1, minuteMs), verdict(1, minuteMs + 1)]).toEqual(['unknown', 'unchanged']);
    poll(3 * minuteMs, 1);
    expect([verdict(1, minuteMs + 1), verdict(1, 2 * minuteMs)]).toEqual(['due', 'due']);
  });

  test('remembers for 24 hours what has left the list, and judges nothing older', () => {
    poll(0);
    poll(minuteMs, 1);
    pollEach(hourMs, hourMs, 24 * hourMs);
    expect([verdict(1, 0), verdict(2, 0)]).toEqual(['due', 'unchanged']);
    poll(25 * hourMs);
    expect(JSON.parse(marks.snapshot()).marks).toEqual([]);
    expect([verdict(1, 0), verdict(2, 0), verdict(2, hourMs)]).toEqual(['unknown', 'unknown', 'unchanged']);
  });

  test('says unchanged no more when the last poll is over three intervals old', () => {
    poll(0);
    poll(minuteMs, 1);
    now += 3 * minuteMs;
    expect(verdict(2, 0)).toBe('unchanged');
    now += 1;
    expect([verdict(2, 0), verdict(1, 0)]).toEqual(['unknown', 'due']);
  });

  test('bridges a gap of 20 hours, since a poll names the last 24', () => {
    poll(0, 1);
    poll(20 * hourMs, 1, 2);
    expect([verdict(1, 0), verdict(2, 0), verdict(3, 0)]).toEqual(['unknown', 'due', 'unchanged']);
  });

  test('begins anew after a longer gap', () => {
    poll(0);
    poll(minuteMs, 1);
    poll(minuteMs + 20 * hourMs + 1, 2);
    expect([verdict(1, 0), verdict(2, 0), verdict(3, minuteMs)]).toEqual(['unknown', 'unknown', 'unknown']);
  });

  test('counts a poll from its begin to its end: what was stored in between may be of either side', () => {
    poll(0);
    now = start + minuteMs;
    const end = marks.beginPoll();
    now += 1000;
    end([1]);
    expect([verdict(1, minuteMs + 999), verdict(2, minuteMs), verdict(2, minuteMs + 1)]).toEqual([
      'due',
      'unchanged',
      'unknown',
    ]);
  });

  test.each(['person:1', 'movie', '1', ''])('knows nothing of %j', (subject) => {
    poll(0);
    poll(minuteMs, 1);
    expect(marks.since(subject, start)).toBe('unknown');
  });

  test('is the same in whoever takes its text', () => {
    poll(0, 1);
    poll(minuteMs, 1, 2);
    const text = marks.snapshot();
    const [one, other] = [marks, marksOf()];
    other.restore(text);
    expect(other.snapshot()).toBe(text);
    for (const it of [one, other]) {
      marks = it;
      poll(2 * minuteMs, 2, 3);
      expect([verdict(1, 0), verdict(2, 0), verdict(3, minuteMs), verdict(4, 0)]).toEqual([
        'unknown',
        'due',
        'due',
        'unchanged',
      ]);
    }
    expect(other.snapshot()).toBe(one.snapshot());
  });

  test('goes through a text before its first poll too', () => {
    const other = marksOf();
    other.restore(marks.snapshot());
    marks = other;
    poll(0, 1);
    expect([verdict(1, -1), verdict(2, 0)]).toEqual(['unknown', 'unchanged']);
  });

  test('writes numbers that go together once', () => {
    poll(0);
    poll(minuteMs, ...Array.from({ length: 10_000 }, (_, index) => 1_000_000 + index));
    expect(marks.snapshot().length).toBeLessThan(81_000);
  });

  test.each([
    'rubbish',
    'null',
    '{}',
    '{"version":0,"poll":null,"marks":[]}',
    '{"version":1,"poll":[1,2],"marks":[]}',
    '{"version":1,"poll":null,"marks":[[1,2,["3"]]]}',
    '{"version":1,"poll":null,"marks":[[1,null,[3]]]}',
  ])('refuses %j and stays as it is', (text) => {
    poll(0);
    poll(minuteMs, 1);
    expect(() => marks.restore(text)).toThrow();
    expect(verdict(1, 0)).toBe('due');
  });

  test('believes no poll of a clock far ahead', () => {
    poll(0);
    poll(hourMs);
    now = start + hourMs - 4 * minuteMs;
    expect(verdict(2, 0)).toBe('unknown');
  });
});
