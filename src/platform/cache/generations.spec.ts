import { describe, expect, test } from '@jest/globals';
import { Generations } from './generations.js';

describe('Generations', () => {
  test('void what was stored up to a moment: of a kind, or of all', () => {
    const generations = new Generations();
    expect(generations.voidUntil('film')).toBe(0);
    generations.move('film', 10);
    generations.move(undefined, 5);
    expect([generations.voidUntil('film'), generations.voidUntil('genres')]).toEqual([10, 5]);
    generations.move(undefined, 20);
    expect([generations.voidUntil('film'), generations.voidUntil('genres')]).toEqual([20, 20]);
  });

  test('only move on, whatever another process says', () => {
    const [one, other] = [new Generations(), new Generations()];
    one.move('film', 10);
    other.move('film', 5);
    other.move('genres', 7);
    one.apply(other.toText());
    expect([one.voidUntil('film'), one.voidUntil('genres')]).toEqual([10, 7]);
  });

  test('take no moment that has not come, but for what clocks differ', () => {
    const generations = new Generations(() => 1_000_000);
    generations.apply('{"film":1060001,"genres":1060000}');
    expect([generations.voidUntil('film'), generations.voidUntil('genres')]).toEqual([0, 1_060_000]);
  });

  test.each(['', 'rubbish', '[]', '{"film":"soon"}', 'null', '{"film":null}'])('pass over %j', (text) => {
    const generations = new Generations();
    generations.move('film', 10);
    generations.apply(text);
    expect(generations.voidUntil('film')).toBe(10);
  });
});
