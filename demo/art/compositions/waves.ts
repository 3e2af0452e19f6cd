import { between, type Canvas, type Scene } from '../composition.js';
import { mix } from '../colour.js';
import { circle, data, path, rect } from '../svg.js';

/** Swells rolling toward the viewer, and a small boat on one of them. */
export function waves({ width, height, tones, random }: Canvas): Scene {
  const { ground, figure, second, accent } = tones;
  const size = Math.min(width, height);
  const sunX = width * between(random, 0.3, 0.72);
  const shapes = [
    rect(0, 0, width, height, ground),
    circle(sunX, height * 0.3, size * between(random, 0.16, 0.22), second),
  ];
  const rows = 6;
  for (let row = 0; row < rows; row++) {
    const y = height * (0.42 + row * 0.1);
    const share = row / (rows - 1);
    const length = size * (0.3 + 0.32 * share);
    const start = -length * between(random, 0.2, 1);
    if (row === 1) shapes.push(boat(width * between(random, 0.3, 0.66), y + size * 0.015, size * 0.15, accent, figure));
    shapes.push(
      path(
        swell(start, y, length, size * (0.045 + 0.03 * share), width, height),
        mix(ground, figure, 0.3 + share * 0.7),
      ),
    );
  }
  return { shapes: shapes.join(''), top: ground, bottom: figure };
}

function swell(start: number, y: number, length: number, rise: number, width: number, height: number): string {
  const half = length / 2;
  const count = Math.ceil((width - start) / half);
  const first = data`M${start} ${y}Q${start + half / 2} ${y - rise * 2} ${start + half} ${y}`;
  return data`${first}${data`t${half} 0`.repeat(count)}V${height}H${start}Z`;
}

function boat(x: number, y: number, size: number, sail: string, hull: string): string {
  const sails = data`M${x} ${y - size * 0.25}V${y - size * 1.25}L${x + size * 0.62} ${y - size * 0.25}ZM${x - size * 0.08} ${y - size * 0.25}V${y - size}L${x - size * 0.46} ${y - size * 0.25}Z`;
  const body = data`M${x - size * 0.62} ${y - size * 0.18}H${x + size * 0.72}L${x + size * 0.45} ${y + size * 0.16}H${x - size * 0.42}Z`;
  return path(sails, sail) + path(body, hull);
}
