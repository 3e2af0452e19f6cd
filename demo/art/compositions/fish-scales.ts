import { between, type Canvas, type Scene } from '../composition.js';
import { circle, element, rect } from '../svg.js';

/** A sea of overlapping scales under a low sun, after the printed cloths of Edo. */
export function fishScales({ width, height, tones, random, id }: Canvas): Scene {
  const { ground, figure, second, accent } = tones;
  const size = Math.min(width, height);
  const radius = width / Math.round(width / (size * 0.2)) / 2;
  const sea = height * between(random, 0.46, 0.54);
  const lining = second === figure ? ground : second;
  const scale = (x: number, y: number) =>
    [1, 0.76, 0.52, 0.26]
      .map((share, index) => circle(x, y, radius * share, index % 2 === 0 ? figure : lining))
      .join('');
  // Every row hides the lower half of the one before it; the last one is drawn by the next tile.
  const rows = [
    scale(radius, radius),
    scale(0, radius * 1.5) + scale(radius * 2, radius * 1.5),
    scale(radius, radius * 2),
  ];
  const above = scale(0, radius * 0.5) + scale(radius * 2, radius * 0.5);
  const size2 = { width: radius * 2, height: radius, patternUnits: 'userSpaceOnUse', y: sea % radius };
  const pattern = element('pattern', { id: `${id}s`, ...size2 }, scale(radius, 0) + above + rows.join(''));
  const shapes = [
    pattern,
    rect(0, 0, width, height, ground),
    circle(width * between(random, 0.34, 0.66), sea - size * 0.06, size * between(random, 0.24, 0.3), accent),
    rect(0, sea, width, height - sea, `url(#${id}s)`),
    rect(0, sea - size * 0.012, width, size * 0.02, figure),
  ];
  return { shapes: shapes.join(''), top: ground, bottom: figure };
}
