import { between, type Canvas, type Scene } from '../composition.js';
import { circle, type Point, polygon, rect } from '../svg.js';

/** Paper-cut bars that hang into the picture, none quite straight, and a disc that rests where they leave room. */
export function slats({ width, height, tones, random }: Canvas): Scene {
  const { ground, figure, second, accent } = tones;
  const count = Math.max(6, Math.round(width / 52));
  const step = width / count;
  const gap = between(random, 0.25, 0.75);
  const colours = [figure, figure, second, figure, accent];
  const bars = Array.from({ length: count }, (_, index) => {
    const place = (index + 0.5) / count;
    const reach = height * (0.3 + 0.5 * Math.min(1, Math.abs(place - gap) * 2.1) + between(random, -0.05, 0.05));
    const lean = between(random, -0.14, 0.14) * step;
    const half = step * between(random, 0.3, 0.4);
    const x = step * (index + 0.5);
    const points: Point[] = [
      [x - half, 0],
      [x + half, 0],
      [x + half + lean, reach + between(random, -8, 8)],
      [x - half * 0.8 + lean, reach],
    ];
    return polygon(points, colours[index % colours.length] ?? figure);
  });
  const radius = Math.min(width, height) * between(random, 0.13, 0.17);
  const x = width * gap;
  const y = height * 0.3 + radius + height * 0.16;
  const disc = circle(x, y, radius, accent) + circle(x, y, radius * 0.42, ground);
  return { shapes: rect(0, 0, width, height, ground) + bars.join('') + disc, top: ground, bottom: ground };
}
