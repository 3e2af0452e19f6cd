import { integerBetween } from '../../catalogue/seeded-random.js';
import { between, type Canvas, type Scene } from '../composition.js';
import { standingFigure } from '../figure.js';
import { ellipse, rect } from '../svg.js';

/** Turning ellipses that weave a whirl, and somebody falling through its middle. */
export function vortex({ width, height, tones, random }: Canvas): Scene {
  const { ground, figure, second, accent } = tones;
  const size = Math.min(width, height);
  const x = width / 2;
  const y = height / 2;
  const count = integerBetween(random, 16, 22);
  const flat = between(random, 0.34, 0.52);
  const lines = Array.from({ length: count }, (_, index) =>
    ellipse(x, y, size * 0.45, size * 0.45 * flat, 'none', {
      stroke: index % 4 === 3 ? second : figure,
      transform: `rotate(${Math.round((index * 180) / count)} ${Math.round(x)} ${Math.round(y)})`,
    }),
  );
  const tilt = Math.round(between(random, -60, 60));
  const person = standingFigure(x, y + size * 0.12, size * 0.24, accent === ground ? figure : accent);
  const shapes = [
    rect(0, 0, width, height, ground),
    `<g stroke-width="2">${lines.join('')}</g>`,
    `<g transform="rotate(${tilt} ${Math.round(x)} ${Math.round(y)})">${person}</g>`,
  ];
  return { shapes: shapes.join(''), top: ground, bottom: ground };
}
