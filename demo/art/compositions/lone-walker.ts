import { between, type Canvas, type Scene } from '../composition.js';
import { longShadow, standingFigure } from '../figure.js';
import { mix } from '../colour.js';
import { circle, rect } from '../svg.js';

/** A figure in a hat before a huge disc, throwing a long shadow. */
export function loneWalker({ width, height, tones, random }: Canvas): Scene {
  const { ground, figure, second, accent } = tones;
  const size = Math.min(width, height);
  const floor = height * 0.7;
  const x = width * between(random, 0.38, 0.62);
  const radius = size * between(random, 0.34, 0.4);
  const disc = circle(width / 2, floor - radius * 0.55, radius, second);
  const inner = circle(width / 2, floor - radius * 0.55, radius * 0.72, accent);
  const lean = (x < width / 2 ? -1 : 1) * size * between(random, 0.1, 0.24);
  const shapes = [
    rect(0, 0, width, height, ground),
    disc,
    random() < 0.5 ? inner : '',
    rect(0, floor, width, height, mix(ground, figure, 0.32)),
    longShadow(x, floor + size * 0.05, height - floor, lean, figure, '1'),
    standingFigure(x, floor + size * 0.06, size * between(random, 0.36, 0.46), figure),
  ];
  return { shapes: shapes.join(''), top: ground, bottom: mix(ground, figure, 0.32) };
}
