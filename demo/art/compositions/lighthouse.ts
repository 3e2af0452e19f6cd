import { between, type Canvas, type Scene } from '../composition.js';
import { mix } from '../colour.js';
import { circle, data, path, type Point, polygon, rect, stroke } from '../svg.js';

/** A striped lighthouse on its rock, the beam across the sky. */
export function lighthouse({ width, height, tones, random }: Canvas): Scene {
  const { ground, figure, second, accent } = tones;
  const size = Math.min(width, height);
  const x = width * between(random, 0.36, 0.64);
  const foot = height * 0.86;
  const lamp = height * 0.27;
  const [low, high] = [size * 0.1, size * 0.062];
  const stripe = second === ground ? accent : second;
  const sides = (share: number): [number, number, number] => {
    const half = low + (high - low) * share;
    return [x - half, x + half, foot - (foot - lamp - size * 0.05) * share];
  };
  const bands = [0.14, 0.46, 0.78].map((from) => {
    const [lower, upper] = [sides(from), sides(from + 0.16)];
    return polygon(
      [
        [lower[0], lower[2]],
        [lower[1], lower[2]],
        [upper[1], upper[2]],
        [upper[0], upper[2]],
      ],
      stripe,
    );
  });
  const [base, top] = [sides(0), sides(1)];
  const beam = (side: number, drop: number): Point[] => [
    [x, lamp],
    [x + side * width, lamp + height * (drop - 0.13)],
    [x + side * width, lamp + height * (drop + 0.13)],
  ];
  const drop = between(random, -0.12, 0.1);
  const shapes = [
    rect(0, 0, width, height, ground),
    polygon(beam(1, drop), mix(ground, accent, 0.6)),
    polygon(beam(-1, -drop), mix(ground, accent, 0.6)),
    polygon(
      [
        [base[0], base[2]],
        [base[1], base[2]],
        [top[1], top[2]],
        [top[0], top[2]],
      ],
      figure,
    ),
    ...bands,
    rect(x - high * 1.5, top[2] - size * 0.014, high * 3, size * 0.02, figure),
    rect(x - high * 0.72, lamp - size * 0.036, high * 1.44, size * 0.078, accent),
    path(
      data`M${x - high} ${lamp - size * 0.034}Q${x} ${lamp - size * 0.15} ${x + high} ${lamp - size * 0.034}Z`,
      figure,
    ),
    stroke(data`M${x} ${lamp - size * 0.09}v${-size * 0.045}`, figure, size * 0.01),
    circle(x, lamp, size * 0.022, ground),
    path(rock(x, foot, size, width, height), figure),
  ];
  return { shapes: shapes.join(''), top: ground, bottom: figure };
}

function rock(x: number, foot: number, size: number, width: number, height: number): string {
  const left = data`M0 ${height}V${foot + size * 0.08}L${x - size * 0.3} ${foot + size * 0.06}L${x - size * 0.2} ${foot - size * 0.01}`;
  return data`${left}L${x - size * 0.08} ${foot - size * 0.03}H${x + size * 0.1}L${x + size * 0.24} ${foot + size * 0.02}L${x + size * 0.33} ${foot + size * 0.07}L${width} ${foot + size * 0.09}V${height}Z`;
}
