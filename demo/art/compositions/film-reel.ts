import { between, type Canvas, type Scene } from '../composition.js';
import { circle, data, rect, stroke } from '../svg.js';

/** A reel that lets its film run out of the picture. */
export function filmReel({ width, height, tones, random }: Canvas): Scene {
  const { ground, figure, second, accent } = tones;
  const size = Math.min(width, height);
  const x = width * 0.5;
  const y = height * 0.44;
  const radius = size * 0.33;
  const turn = between(random, 0, Math.PI);
  const holes = Array.from({ length: 5 }, (_, index) => {
    const angle = turn + (index * Math.PI * 2) / 5;
    return circle(x + Math.cos(angle) * radius * 0.58, y + Math.sin(angle) * radius * 0.58, radius * 0.24, ground);
  });
  const strip = size * 0.13;
  const edge = y + radius - strip / 2;
  const film = data`M${x} ${edge}C${x + width * 0.22} ${edge} ${x + width * 0.3} ${edge + strip * 0.9} ${width + 20} ${edge + strip * 0.2}`;
  const perforations = { 'stroke-dasharray': `${strip * 0.16} ${strip * 0.2}`, 'stroke-linecap': 'butt' };
  const frames = { 'stroke-dasharray': `${strip * 0.9} ${strip * 0.14}`, 'stroke-linecap': 'butt' };
  const shapes = [
    rect(0, 0, width, height, ground),
    circle(x, y, radius * 1.22, second),
    stroke(film, figure, strip, { 'stroke-linecap': 'butt' }),
    stroke(film, ground, strip * 0.82, perforations),
    stroke(film, figure, strip * 0.62, { 'stroke-linecap': 'butt' }),
    stroke(film, accent, strip * 0.5, frames),
    circle(x, y, radius, figure),
    ...holes,
    circle(x, y, radius * 0.17, accent),
    circle(x, y, radius * 0.06, figure),
    circle(x, y, radius * 0.93, 'none', { stroke: ground, 'stroke-width': 2 }),
  ];
  return { shapes: shapes.join(''), top: ground, bottom: ground };
}
