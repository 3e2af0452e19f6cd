import { between, type Canvas, type Scene } from '../composition.js';
import { mix } from '../colour.js';
import { longShadow, standingFigure } from '../figure.js';
import { polygon, rect } from '../svg.js';

/** An open door that lights a dark floor, somebody on the threshold. */
export function doorway({ width, height, tones, random }: Canvas): Scene {
  const { ground, figure, second, accent } = tones;
  const size = Math.min(width, height);
  const floor = height * 0.66;
  const x = width * between(random, 0.42, 0.58);
  const breadth = size * 0.26;
  const tall = Math.min(size * 0.5, floor * 0.84);
  const light = figure;
  const dim = mix(ground, second, 0.22);
  const slant = size * between(random, 0.08, 0.2) * (random() < 0.5 ? -1 : 1);
  const leaf = accent === ground ? second : accent;
  const hinge = slant < 0 ? x + breadth / 2 : x - breadth / 2;
  const swing = (slant < 0 ? 1 : -1) * breadth * 0.62;
  const shapes = [
    rect(0, 0, width, height, ground),
    rect(0, floor, width, height - floor, dim),
    polygon(
      [
        [x - breadth / 2, floor],
        [x + breadth / 2, floor],
        [x + breadth * 1.15 + slant, height],
        [x - breadth * 0.95 + slant, height],
      ],
      light,
    ),
    rect(x - breadth / 2, floor - tall, breadth, tall, light),
    polygon(
      [
        [hinge, floor - tall],
        [hinge + swing, floor - tall - size * 0.05],
        [hinge + swing, floor + size * 0.07],
        [hinge, floor],
      ],
      leaf,
    ),
    longShadow(x, floor + size * 0.015, height - floor, slant * 0.8, ground, '1'),
    standingFigure(x, floor + size * 0.02, tall * 0.72, ground),
  ];
  return { shapes: shapes.join(''), top: ground, bottom: dim };
}
