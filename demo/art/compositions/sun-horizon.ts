import { integerBetween } from '../../catalogue/seeded-random.js';
import { between, type Canvas, type Scene } from '../composition.js';
import { circle, rect } from '../svg.js';

/** A great sun on the sea, cut by bands of cloud, with its broken reflection. */
export function sunHorizon({ width, height, tones, random }: Canvas): Scene {
  const { ground, figure, second, accent } = tones;
  const size = Math.min(width, height);
  const radius = size * between(random, 0.26, 0.34);
  const horizon = height * between(random, 0.6, 0.68);
  const x = width * between(random, 0.4, 0.6);
  const y = horizon - radius * between(random, 0.1, 0.6);
  const shapes = [rect(0, 0, width, height, ground), circle(x, y, radius, figure)];
  const bands = integerBetween(random, 2, 4);
  for (let band = 0; band < bands; band++) {
    const thickness = radius * (0.05 + band * 0.035);
    shapes.push(rect(x - radius * 1.2, y - radius * 0.35 + band * radius * 0.24, radius * 2.4, thickness, ground));
  }
  shapes.push(rect(0, horizon, width, height - horizon, second));
  const step = (height - horizon) / 7;
  for (let row = 0; row < 6; row++) {
    const half = radius * (1 - row * 0.13) * between(random, 0.55, 1);
    const shift = between(random, -0.16, 0.16) * radius;
    const colour = row === 2 || row === 4 ? accent : figure;
    shapes.push(
      rect(x - half + shift, horizon + step * (row + 0.45), half * 2, step * 0.36, colour, { rx: step * 0.18 }),
    );
  }
  return { shapes: shapes.join(''), top: ground, bottom: second };
}
