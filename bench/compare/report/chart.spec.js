import { expect, test } from '@jest/globals';
import { chart, niceAbove } from './chart.js';

test('words of a label can not break the picture', () => {
  const drawn = chart({
    title: 'a < b',
    description: 'c & d',
    bars: [{ label: '<raw>', ratio: 1, kind: 'own' }],
    plots: [],
  });
  expect(drawn).toContain('a &lt; b');
  expect(drawn).toContain('c &amp; d');
  expect(drawn).toContain('&lt;raw&gt;');
});

test('a scale of logarithms has its decades at equal distances', () => {
  const points = [
    [1, 1],
    [10, 1],
    [100, 1],
  ];
  const drawn = chart({
    title: '',
    description: '',
    bars: [],
    plots: [{ title: '', unit: '', isLog: true, curves: [{ label: '', kind: 'own', points }] }],
  });
  const [first, second, third] = [...drawn.matchAll(/<circle cx="([\d.]+)"/g)].map(([, x]) => Number(x));
  expect(third - second).toBeCloseTo(second - first, 0);
});

test.each([
  [0.9, 1],
  [1.01, 2],
  [173, 200],
  [650, 800],
  [0.021, 0.03],
])('the scale of %d goes up to %d', (value, top) => {
  expect(niceAbove(value)).toBeCloseTo(top, 9);
});
