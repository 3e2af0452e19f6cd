import { expect, test } from '@jest/globals';
import { RememberedTexts } from './remembered-texts.js';

test('a text is found by its object and its number', () => {
  const texts = new RememberedTexts(10_000);
  const [one, other] = [{}, {}];
  texts.keep(one, 1, 'a');
  texts.keep(one, 2, 'b');
  texts.keep(other, 1, 'c');
  expect([texts.find(one, 1), texts.find(one, 2), texts.find(other, 1), texts.find(other, 2)]).toEqual([
    'a',
    'b',
    'c',
    undefined,
  ]);
});

test('the older ones are forgotten before all pass the bound', () => {
  const texts = new RememberedTexts(11_000);
  const objects = Array.from({ length: 200 }, () => ({}));
  for (const object of objects) texts.keep(object, 1, 'x'.repeat(900));
  const last = objects.slice(-5);
  expect(last.map((object) => texts.find(object, 1)?.length)).toEqual(last.map(() => 900));
  expect(objects.slice(0, -15).filter((object) => texts.find(object, 1) !== undefined)).toEqual([]);
});

test('one in use stays, however many come', () => {
  const texts = new RememberedTexts(11_000);
  const used = {};
  texts.keep(used, 1, 'used');
  for (let count = 0; count < 100; count += 1) {
    texts.keep({}, 1, 'x'.repeat(900));
    expect(texts.find(used, 1)).toBe('used');
  }
});
