import { between, type Canvas, type Scene } from '../composition.js';
import { mix } from '../colour.js';
import { circle, data, path, polygon, rect, stroke } from '../svg.js';

/** Mesas, cactuses and a heavy sun. */
export function desert({ width, height, tones, random }: Canvas): Scene {
  const { ground, figure, second, accent } = tones;
  const size = Math.min(width, height);
  const floor = height * 0.74;
  const radius = size * between(random, 0.22, 0.3);
  const sunX = width * between(random, 0.34, 0.66);
  const far = mix(ground, figure, 0.34);
  const near = mix(ground, figure, 0.62);
  const front = sunX < width / 2 ? 0.76 : 0.24;
  const shapes = [
    rect(0, 0, width, height, ground),
    circle(sunX, floor - radius * 0.9, radius, second),
    mesa(width * between(random, 0.04, 0.2), floor, size * 0.42, size * 0.2, far),
    mesa(width * between(random, 0.62, 0.78), floor, size * 0.5, size * 0.28, far),
    mesa(width * between(random, 0.3, 0.5), floor, size * 0.3, size * 0.12, near),
    rect(0, floor, width, height - floor, near),
    path(
      data`M0 ${height}V${height * 0.9}Q${width * 0.3} ${height * 0.8} ${width * 0.6} ${height * 0.88}T${width} ${height * 0.84}V${height}Z`,
      figure,
    ),
    cactus(width * front, height * 0.9, size * 0.46, accent === ground ? figure : figure),
    cactus(width * (1 - front) + size * 0.06, height * 0.88, size * 0.2, figure),
    stroke(data`M${sunX + radius * 0.3} ${floor - radius * 1.9}q9 -11 17 0q8 -11 17 0`, accent, 2.6),
  ];
  return { shapes: shapes.join(''), top: ground, bottom: figure };
}

function mesa(x: number, floor: number, breadth: number, rise: number, colour: string): string {
  return polygon(
    [
      [x - breadth * 0.1, floor],
      [x + breadth * 0.08, floor - rise * 0.45],
      [x + breadth * 0.14, floor - rise],
      [x + breadth * 0.78, floor - rise],
      [x + breadth * 0.84, floor - rise * 0.5],
      [x + breadth * 1.05, floor],
    ],
    colour,
  );
}

function cactus(x: number, foot: number, tall: number, colour: string): string {
  const limb = tall * 0.13;
  const trunk = data`M${x} ${foot}V${foot - tall + limb / 2}`;
  const left = data`M${x} ${foot - tall * 0.4}h${-tall * 0.12}q${-tall * 0.1} 0 ${-tall * 0.1} ${-tall * 0.1}v${-tall * 0.2}`;
  const right = data`M${x} ${foot - tall * 0.52}h${tall * 0.11}q${tall * 0.1} 0 ${tall * 0.1} ${-tall * 0.1}v${-tall * 0.13}`;
  return stroke(trunk, colour, limb) + stroke(left + right, colour, limb * 0.74);
}
