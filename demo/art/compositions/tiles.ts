import { integerBetween, pick } from '../../catalogue/seeded-random.js';
import type { Canvas, Scene } from '../composition.js';
import { data, path, rect } from '../svg.js';

/** Path data of one tile's figure, from its upper left corner. */
type Design = (x: number, y: number, side: number) => string;

const designs: readonly Design[] = [
  (x, y, side) => data`M${x} ${y}h${side}a${side} ${side} 0 0 1 ${-side} ${side}Z`,
  (x, y, side) => data`M${x} ${y + side}v${-side}a${side} ${side} 0 0 1 ${side} ${side}Z`,
  (x, y, side) => data`M${x} ${y}h${side}v${side}Z`,
  (x, y, side) => data`M${x} ${y}a${side / 2} ${side / 2} 0 0 0 ${side} 0Z`,
  (x, y, side) => data`M${x} ${y + side}a${side / 2} ${side / 2} 0 0 1 ${side} 0Z`,
  (x, y, side) => data`M${x} ${y}a${side} ${side} 0 0 1 ${side} ${side}a${side} ${side} 0 0 1 ${-side} ${-side}Z`,
  (x, y, side) =>
    [1, 5, 9].map((twelfth) => data`M${x} ${y + (side * twelfth) / 12}h${side}v${side / 6}h${-side}Z`).join(''),
  // The inner circle turns the other way, which makes it a hole.
  (x, y, side) => disc(x + side / 2, y + side / 2, side * 0.38, 1) + disc(x + side / 2, y + side / 2, side * 0.16, 0),
];

/** A floor of geometric tiles, as a weaver of the twenties would lay them. */
export function tiles({ width, height, tones, random }: Canvas): Scene {
  const { ground, palette } = tones;
  const columns = Math.round((width / Math.min(width, height)) * integerBetween(random, 4, 5));
  const side = width / columns;
  const rows = Math.ceil(height / side);
  const colours = [palette.paper, palette.ink, ...palette.hues];
  // One path for each colour of a layer keeps the file small.
  const backs = new Map<string, string>();
  const figures = new Map<string, string>();
  for (let row = 0; row < rows; row++) {
    const y = row * side - (rows * side - height) / 2;
    for (let column = 0; column < columns; column++) {
      const x = column * side;
      const back = pick(random, colours);
      const front = pick(
        random,
        colours.filter((colour) => colour !== back),
      );
      backs.set(back, `${backs.get(back) ?? ''}${data`M${x} ${y}h${side + 0.4}v${side + 0.4}h${-side - 0.4}Z`}`);
      figures.set(front, (figures.get(front) ?? '') + pick(random, designs)(x, y, side));
    }
  }
  const shapes = [...backs, ...figures].map(([colour, d]) => path(d, colour)).join('');
  return { shapes: rect(0, 0, width, height, ground) + shapes, top: ground, bottom: ground };
}

function disc(x: number, y: number, radius: number, sweep: 0 | 1): string {
  const half = data`a${radius} ${radius} 0 0 ${sweep}`;
  return data`M${x - radius} ${y}${half} ${radius * 2} 0${half} ${-radius * 2} 0Z`;
}
