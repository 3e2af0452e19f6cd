import { between, type Canvas, type Scene } from '../composition.js';
import { circle, data, ellipse, rect, stroke } from '../svg.js';

/** A leafless tree on a hill before a full moon. */
export function bareTree({ width, height, tones, random }: Canvas): Scene {
  const { ground, figure, second } = tones;
  const size = Math.min(width, height);
  const x = width * between(random, 0.42, 0.56);
  const foot = height * 0.86;
  const moon = circle(
    x + size * between(random, -0.12, 0.18),
    height * 0.38,
    size * between(random, 0.27, 0.33),
    second,
  );
  const branches: string[][] = [];
  grow({ x, y: foot, angle: -Math.PI / 2, length: size * 0.2, depth: 0 }, branches, random);
  const wood = branches.map((lines, depth) =>
    stroke(lines.join(''), figure, Math.max(1.4, size * 0.036 * 0.62 ** depth)),
  );
  const bird = data`M${x - size * 0.34} ${height * 0.2}q7 -9 13 0q7 -9 13 0`;
  const shapes = [
    rect(0, 0, width, height, ground),
    moon,
    stroke(bird, figure, 2.4),
    ...wood,
    ellipse(width * 0.4, height * 1.06, width * 0.8, height * 0.23, figure),
  ];
  return { shapes: shapes.join(''), top: ground, bottom: figure };
}

interface Branch {
  x: number;
  y: number;
  angle: number;
  length: number;
  depth: number;
}

const DEEPEST = 6;

function grow({ x, y, angle, length, depth }: Branch, branches: string[][], random: () => number): void {
  const endX = x + Math.cos(angle) * length;
  const endY = y + Math.sin(angle) * length;
  const bend = between(random, -0.12, 0.12) * length;
  (branches[depth] ??= []).push(data`M${x} ${y}Q${(x + endX) / 2 + bend} ${(y + endY) / 2} ${endX} ${endY}`);
  if (depth >= DEEPEST) return;
  for (const side of [-1, 1]) {
    if (depth > 2 && random() < 0.16) continue;
    const turn = side * between(random, 0.28, 0.62);
    grow(
      { x: endX, y: endY, angle: angle + turn, length: length * between(random, 0.68, 0.82), depth: depth + 1 },
      branches,
      random,
    );
  }
}
