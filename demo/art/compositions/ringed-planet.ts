import { between, type Canvas, type Scene } from '../composition.js';
import { mix } from '../colour.js';
import { circle, data, path, rect, stroke } from '../svg.js';

/** A banded planet in its rings, a small moon and a field of stars. */
export function ringedPlanet({ width, height, tones, random, id }: Canvas): Scene {
  const { ground, figure, second, accent } = tones;
  const size = Math.min(width, height);
  const radius = size * between(random, 0.2, 0.25);
  const [x, y] = [width / 2, height * 0.5];
  const reach = radius * 1.75;
  const tilt = Math.round(between(random, -32, -12));
  const ring = (sweep: 0 | 1, scale: number) =>
    data`M${x - reach * scale} ${y}A${reach * scale} ${reach * 0.3 * scale} 0 0 ${sweep} ${x + reach * scale} ${y}`;
  const rings = (sweep: 0 | 1) =>
    stroke(ring(sweep, 1), accent, radius * 0.12, { 'stroke-linecap': 'butt' }) +
    stroke(ring(sweep, 0.84), second, radius * 0.07, { 'stroke-linecap': 'butt' });
  const band = mix(figure, second === figure ? ground : second, 0.55);
  const bands = [-0.5, -0.05, 0.42].map((place, index) =>
    rect(x - radius, y + radius * place, radius * 2, radius * (0.12 + index * 0.05), band),
  );
  const shapes = [
    rect(0, 0, width, height, ground),
    stars(width, height, size, random, figure),
    `<clipPath id="${id}p">${circle(x, y, radius, '#000')}</clipPath>`,
    `<g transform="rotate(${tilt} ${Math.round(x)} ${Math.round(y)})">${rings(1)}`,
    circle(x, y, radius, figure),
    `<g clip-path="url(#${id}p)">${bands.join('')}${circle(x + radius * 0.42, y + radius * 0.3, radius * 1.15, 'none', { stroke: ground, 'stroke-width': radius * 0.5, opacity: '.28' })}</g>`,
    `${rings(0)}</g>`,
    circle(width / 2 + size * 0.3, height / 2 - size * 0.32, size * 0.05, accent),
  ];
  return { shapes: shapes.join(''), top: ground, bottom: ground };
}

function stars(width: number, height: number, size: number, random: () => number, colour: string): string {
  const count = Math.round((46 * width) / size);
  const points = Array.from({ length: count }, () => data`M${random() * width} ${random() * height}h0`).join('');
  const sparkles = Array.from({ length: 4 }, () => {
    const arm = size * between(random, 0.014, 0.03);
    const curve = data`q0 ${arm} ${arm} ${arm}q${-arm} 0 ${-arm} ${arm}q0 ${-arm} ${-arm} ${-arm}q${arm} 0 ${arm} ${-arm}`;
    return data`M${width * between(random, 0.06, 0.94)} ${height * between(random, 0.04, 0.88)}${curve}Z`;
  });
  return stroke(points, colour, 2, { opacity: '.8' }) + path(sparkles.join(''), colour);
}
