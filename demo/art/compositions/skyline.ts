import { between, type Canvas, type Scene } from '../composition.js';
import { mix } from '../colour.js';
import { circle, data, path, rect, stroke } from '../svg.js';

/** A city of blocks and spires under a moon, a few windows lit. */
export function skyline({ width, height, tones, random }: Canvas): Scene {
  const { ground, figure, second, accent } = tones;
  const size = Math.min(width, height);
  const moonX = width * between(random, 0.25, 0.75);
  const moon = circle(moonX, height * between(random, 0.24, 0.34), size * between(random, 0.13, 0.2), second);
  const far = row({ width, height, random }, 0.36, 0.56, size * 0.085);
  const near = row({ width, height, random }, 0.12, 0.44, size * 0.13);
  const lights = near.flatMap(({ x, y, breadth }) => {
    const lit = [];
    for (let top = y + 14; top < height - 16; top += 19) {
      if (random() < 0.34) lit.push(data`M${x + breadth * (random() < 0.5 ? 0.28 : 0.62)} ${top}v7`);
    }
    return lit;
  });
  const shapes = [
    rect(0, 0, width, height, ground),
    moon,
    path(silhouette(far, height), mix(ground, figure, 0.42)),
    path(silhouette(near, height), figure),
    stroke(lights.join(''), accent === figure ? ground : accent, 5, { 'stroke-linecap': 'butt' }),
  ];
  return { shapes: shapes.join(''), top: ground, bottom: figure };
}

interface Building {
  x: number;
  y: number;
  breadth: number;
  spire: number;
}

function row(
  { width, height, random }: Pick<Canvas, 'width' | 'height' | 'random'>,
  low: number,
  high: number,
  breadth: number,
): Building[] {
  const buildings: Building[] = [];
  for (let x = 0; x < width;) {
    const wide = breadth * between(random, 0.7, 1.3);
    const y = height * (1 - between(random, low, high));
    buildings.push({ x, y, breadth: wide, spire: random() < 0.22 ? wide * between(random, 0.4, 0.9) : 0 });
    x += wide;
  }
  return buildings;
}

function silhouette(buildings: readonly Building[], height: number): string {
  const tops = buildings.map(({ x, y, breadth, spire }) => {
    const middle = x + breadth / 2;
    const point = spire > 0 ? data`L${middle - 3} ${y}L${middle} ${y - spire}L${middle + 3} ${y}` : '';
    return data`L${x} ${y}${point}L${x + breadth} ${y}`;
  });
  const last = buildings.at(-1);
  return data`M0 ${height}${tops.join('')}L${(last?.x ?? 0) + (last?.breadth ?? 0)} ${height}Z`;
}
