import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../catalogue/seeded-random.js';
import { contrast } from './colour.js';
import { handOut, palettes, readableOn } from './palette.js';

describe('palettes', () => {
  it('have a readable colour for every ground', () => {
    for (const { paper, ink, hues } of palettes) {
      for (const ground of [paper, ink, ...hues]) {
        expect(contrast(ground, readableOn(ground, [paper, ink]))).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('are handed out with a figure that stands out and four different colours', () => {
    for (const [index, palette] of palettes.entries()) {
      for (let turn = 0; turn < 20; turn++) {
        const { ground, figure, second, accent } = handOut(palette, seededRandom(`${index} ${turn}`));
        expect(contrast(ground, figure)).toBeGreaterThanOrEqual(2.6);
        expect(new Set([ground, figure, second, accent]).size).toBe(4);
      }
    }
  });
});
