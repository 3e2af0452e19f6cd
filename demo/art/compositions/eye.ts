import { integerBetween } from '../../catalogue/seeded-random.js';
import { between, type Canvas, type Scene } from '../composition.js';
import { circle, data, outline, path, type Point, rect } from '../svg.js';

/** One wide eye under a fan of rays. */
export function eye({ width, height, tones, random }: Canvas): Scene {
  const { ground, figure, second, accent, palette } = tones;
  const size = Math.min(width, height);
  const x = width / 2;
  const y = height * 0.54;
  const half = size * 0.42;
  const lid = half * between(random, 0.62, 0.8);
  const almond = data`M${x - half} ${y}Q${x} ${y - lid * 1.7} ${x + half} ${y}Q${x} ${y + lid * 1.5} ${x - half} ${y}Z`;
  const radius = half * 0.42;
  const white = accent === palette.ink ? palette.paper : accent;
  const iris = second === white || second === palette.ink ? figure : second;
  const shapes = [
    rect(0, 0, width, height, ground),
    path(rays(x, y, size, integerBetween(random, 9, 15)), figure),
    path(almond, white),
    circle(x, y - lid * 0.04, radius, iris),
    circle(x, y - lid * 0.04, radius * 0.52, palette.ink),
    circle(x + radius * 0.36, y - radius * 0.42, radius * 0.17, palette.paper),
    path(almond, 'none', { stroke: palette.ink, 'stroke-width': size * 0.018, 'stroke-linejoin': 'round' }),
  ];
  return { shapes: shapes.join(''), top: ground, bottom: ground };
}

/** Lashes above and below, as wedges around the eye. */
function rays(x: number, y: number, size: number, count: number): string {
  const at = (distance: number, turn: number): Point => [
    x + Math.cos(turn) * distance,
    y + Math.sin(turn) * distance * 0.92,
  ];
  const wedge = (to: number, angle: number, spread: number) =>
    outline([at(size * 0.24, angle), at(to, angle - spread), at(to, angle + spread)]);
  const step = (Math.PI * 0.86) / (count - 1);
  return Array.from({ length: count }, (_, index) => {
    const angle = Math.PI * 1.07 + index * step;
    const reach = size * (index % 2 === 0 ? 0.5 : 0.44);
    return wedge(reach, angle, step * 0.27) + wedge(reach * 0.8, angle - Math.PI, step * 0.16);
  }).join('');
}
