import { between, type Canvas, type Scene } from '../composition.js';
import { circle, data, group, rect, stroke } from '../svg.js';

const SIZES = 9;

/** A sphere printed in dots, lit from one side, on a plain ground. */
export function halftone({ width, height, tones, random, id }: Canvas): Scene {
  const { ground, figure, second, accent } = tones;
  const size = Math.min(width, height);
  const radius = size * 0.4;
  const x = width / 2;
  const y = height / 2;
  const light = between(random, 0, Math.PI * 2);
  const step = size / 25;
  const dots = Array.from({ length: SIZES + 1 }, (): string[] => []);
  for (let row = -13; row <= 13; row++) {
    for (let column = -12; column <= 12; column++) {
      const dx = (column + (row % 2) / 2) * step;
      const dy = row * step * 0.87;
      const distance = Math.hypot(dx, dy) / radius;
      if (distance > 1.03) continue;
      const lit = (dx * Math.cos(light) + dy * Math.sin(light)) / radius;
      const shade = Math.max(0.12, Math.min(1, 0.52 - lit * 0.62));
      dots[Math.round(shade * SIZES)]?.push(data`M${x + dx} ${y + dy}h0`);
    }
  }
  const moonX = x + Math.cos(light) * radius * 0.92;
  const moonY = y + Math.sin(light) * radius * 0.92;
  const shapes = [
    rect(0, 0, width, height, ground),
    circle(x + step * 0.6, y + step * 0.6, radius * 1.02, second),
    `<clipPath id="${id}h">${circle(x, y, radius, '#000')}</clipPath>`,
    group(
      { 'clip-path': `url(#${id}h)` },
      ...dots.map((marks, level) =>
        marks.length > 0 ? stroke(marks.join(''), figure, (step * 1.12 * level) / SIZES) : '',
      ),
    ),
    circle(moonX, moonY, radius * 0.2, accent),
  ];
  return { shapes: shapes.join(''), top: ground, bottom: ground };
}
