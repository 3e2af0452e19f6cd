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

test('all of it is forgotten before it passes the bound', () => {
  const texts = new RememberedTexts(10_000);
  const objects = Array.from({ length: 200 }, () => ({}));
  const most = Math.max(
    ...objects.map((object) => {
      texts.keep(object, 1, 'x'.repeat(900));
      expect(texts.find(object, 1)).toBeDefined();
      return objects.filter((each) => texts.find(each, 1) !== undefined).length;
    }),
  );
  expect(most).toBe(10);
});
