import { between, type Canvas, type Scene } from '../composition.js';
import { circle, data, ellipse, path, rect, stroke } from '../svg.js';

/** A hot-air balloon over banks of cloud. */
export function balloon({ width, height, tones, random }: Canvas): Scene {
  const { ground, figure, second, accent } = tones;
  const size = Math.min(width, height);
  const x = width * between(random, 0.4, 0.6);
  const radius = size * between(random, 0.21, 0.25);
  const y = height * 0.37;
  const foot = y + radius * 1.42;
  const mouth = radius * 0.2;
  const gore = (share: number) =>
    data`M${x} ${y - radius}C${x - radius * 1.32 * share} ${y - radius} ${x - radius * 1.32 * share} ${y + radius * 0.42} ${x - mouth * share} ${foot}H${x + mouth * share}C${x + radius * 1.32 * share} ${y + radius * 0.42} ${x + radius * 1.32 * share} ${y - radius} ${x} ${y - radius}Z`;
  const gores = [1, 0.76, 0.5, 0.22].map((share, index) =>
    path(gore(share), index % 2 === 0 ? figure : index === 1 ? second : accent),
  );
  const basket = radius * 0.26;
  const below = foot + radius * 0.3;
  const shapes = [
    rect(0, 0, width, height, ground),
    cloud(width * 0.16, height * 0.2, size * 0.13, accent),
    cloud(width * 0.86, height * 0.34, size * 0.1, accent),
    stroke(
      data`M${x - mouth} ${foot}L${x - basket * 0.8} ${below}M${x + mouth} ${foot}L${x + basket * 0.8} ${below}`,
      figure,
      1.8,
    ),
    ...gores,
    path(
      data`M${x - basket} ${below}h${basket * 2}l${-basket * 0.2} ${basket * 1.3}h${-basket * 1.6}Z`,
      second === ground ? figure : second,
    ),
    bank(width, height, height * 0.87, size * 0.11, accent),
    bank(width, height, height * 0.95, size * 0.14, figure),
  ];
  return { shapes: shapes.join(''), top: ground, bottom: figure };
}

function cloud(x: number, y: number, size: number, colour: string): string {
  const base = rect(x - size, y, size * 2, size * 0.34, colour, { rx: size * 0.17 });
  return (
    base +
    circle(x - size * 0.3, y, size * 0.36, colour) +
    circle(x + size * 0.28, y + size * 0.06, size * 0.26, colour)
  );
}

function bank(width: number, height: number, y: number, radius: number, colour: string): string {
  const count = Math.ceil(width / radius) + 1;
  const puffs = Array.from({ length: count }, (_, index) =>
    ellipse(index * radius, y + (index % 3) * radius * 0.16, radius * 0.78, radius * 0.6, colour),
  );
  return puffs.join('') + rect(0, y, width, height - y, colour);
}
