import { integerBetween } from '../../catalogue/seeded-random.js';
import { between, type Canvas, type Scene } from '../composition.js';
import { circle, data, path, rect } from '../svg.js';

/** Concentric rings split down the middle, the halves out of step. */
export function rings({ width, height, tones, random }: Canvas): Scene {
  const { ground, figure, second, accent } = tones;
  const size = Math.min(width, height);
  const count = integerBetween(random, 5, 8);
  const outer = size * 0.44;
  const x = width / 2;
  const y = height / 2;
  const turn = between(random, 0, 8) > 4 ? 0 : 45;
  const colours = [figure, second, figure, accent];
  const half = (radius: number, side: 0 | 1) =>
    data`M${x} ${y - radius}A${radius} ${radius} 0 0 ${side} ${x} ${y + radius}Z`;
  const shapes = [];
  for (let ring = 0; ring < count; ring++) {
    const radius = outer * (1 - ring / count);
    const colour = colours[ring % colours.length] ?? figure;
    const left = ring % 2 === 0 ? colour : ground;
    const right = ring % 2 === 0 ? ground : colour;
    shapes.push(path(half(radius, 0), left), path(half(radius, 1), right));
  }
  const disc = circle(x, y, outer / count / 2, accent);
  const turned = `<g transform="rotate(${turn} ${x} ${y})">${shapes.join('')}</g>`;
  return { shapes: rect(0, 0, width, height, ground) + turned + disc, top: ground, bottom: ground };
}
