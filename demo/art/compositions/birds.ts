import { integerBetween } from '../../catalogue/seeded-random.js';
import { between, type Canvas, type Scene } from '../composition.js';
import { circle, data, path, rect } from '../svg.js';

/** Swallows that cross a large sun. */
export function birds({ width, height, tones, random }: Canvas): Scene {
  const { ground, figure, second, accent } = tones;
  const size = Math.min(width, height);
  const [x, y] = [width * between(random, 0.42, 0.58), height * 0.5];
  const radius = size * between(random, 0.3, 0.36);
  const count = integerBetween(random, 5, 8);
  const heading = between(random, -34, 4);
  const flock = Array.from({ length: count }, (_, index) => {
    const share = (index + 0.5) / count;
    const place = [
      x + (share - 0.5) * size * 0.72,
      y + Math.sin(index * 2.1) * size * 0.2 + between(random, -10, 10),
    ] as const;
    const scale = size * between(random, 0.0016, 0.0029);
    const turn = Math.round(heading + between(random, -16, 16));
    const at = data`translate(${place[0]} ${place[1]}) rotate(${turn})`;
    return path(swallow, index === 1 ? accent : figure, { transform: `${at} scale(${scale.toFixed(2)})` });
  });
  const shapes = [rect(0, 0, width, height, ground), circle(x, y, radius, second), ...flock];
  return { shapes: shapes.join(''), top: ground, bottom: ground };
}

// Seen from below and flying to the right; about 80 units across.
const swallow =
  'M30 0C22 -5 14 -6 8 -6C4 -22 -8 -36 -26 -42C-16 -30 -12 -18 -10 -5L-40 -9L-24 0L-40 9L-10 5C-12 18 -16 30 -26 42C-8 36 4 22 8 6C14 6 22 5 30 0Z';
