import { describe, expect, test } from '@jest/globals';
import { LoadErrand } from './load-errand.js';

describe('LoadErrand', () => {
  test('of readers lasts as long as the last of them waits', () => {
    const errand = new LoadErrand('client', null);
    errand.join(100);
    errand.join(300);
    errand.join(200);
    expect([errand.priority, errand.client, errand.deadlineAt()]).toEqual(['reader', 'client', 300]);
  });

  test('is called off when the last reader has gone', () => {
    const errand = new LoadErrand('client', null);
    const [first, second] = [errand.join(100), errand.join(100)];
    first();
    expect(errand.signal.aborted).toBe(false);
    second();
    expect(errand.signal.aborted).toBe(true);
  });

  test('that nobody waits for goes on to its end, and is more urgent while somebody does', () => {
    const errand = new LoadErrand('', 'refresh');
    expect([errand.priority, errand.deadlineAt()]).toEqual(['refresh', Infinity]);
    const leave = errand.join(100);
    expect(errand.priority).toBe('reader');
    leave();
    expect([errand.priority, errand.signal.aborted]).toEqual(['refresh', false]);
  });

  test('outside of a request has no end', () => {
    const errand = new LoadErrand('', null);
    errand.keep();
    errand.join(100)();
    expect([errand.deadlineAt(), errand.signal.aborted]).toEqual([Infinity, false]);
  });
});
