import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { LoopDelay, watchLoopDelay } from './loop-delay.js';

describe('LoopDelay', () => {
  test('gives the mean of the last second', () => {
    const delay = new LoopDelay();
    expect(delay.add(100, 0)).toBe(100);
    expect(delay.add(300, 400)).toBe(200);
    expect(delay.add(200, 1000)).toBe(200);
    expect(delay.add(10, 1001)).toBe(170);
    expect(delay.add(0, 9000)).toBe(0);
  });

  test('makes little of one late timer among many', () => {
    const delay = new LoopDelay();
    for (let tick = 0; tick < 10; tick += 1) delay.add(0, tick * 50);
    expect(delay.add(330, 900)).toBe(30);
  });
});

describe('watchLoopDelay', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test('tells how late its timer came, until it is ended', () => {
    const told: number[] = [];
    let blockedMs = 0;
    const stop = watchLoopDelay(
      (meanMs) => told.push(meanMs),
      () => Date.now() + blockedMs,
    );
    jest.advanceTimersByTime(100);
    blockedMs = 300;
    jest.advanceTimersByTime(50);
    stop();
    jest.advanceTimersByTime(500);
    expect(told).toEqual([0, 0, 100]);
  });
});
