import { mix } from '../colour.js';
import { between, type Canvas, type Scene } from '../composition.js';
import { circle, data, path, polygon, rect, stroke } from '../svg.js';

/** A road that runs straight into the sun, telegraph poles beside it. */
export function openRoad({ width, height, tones, random }: Canvas): Scene {
  const { ground, figure, second, accent, palette } = tones;
  const size = Math.min(width, height);
  const x = width * between(random, 0.4, 0.6);
  const horizon = height * between(random, 0.46, 0.54);
  const radius = size * between(random, 0.2, 0.27);
  const land = mix(second, ground, 0.12);
  const road = figure === land ? palette.ink : figure;
  const spread = size * 0.42;
  const middle = x + (width / 2 - x) * 0.5;
  const shapes = [
    rect(0, 0, width, height, ground),
    circle(x, horizon - radius * 0.3, radius, accent),
    rect(0, horizon, width, height - horizon, land),
    path(data`M${x - 2} ${horizon}h4L${middle + spread} ${height}H${middle - spread}Z`, road),
    ...dashes({ x, middle, horizon, height }, size * 0.018, accent === road ? ground : accent),
    poles(x, horizon, width, height, road),
  ];
  return { shapes: shapes.join(''), top: ground, bottom: land };
}

interface Road {
  x: number;
  middle: number;
  horizon: number;
  height: number;
}

/** The broken line in the middle; a share of 1 is the lower edge of the picture, 0 the vanishing point. */
function dashes({ x, middle, horizon, height }: Road, half: number, colour: string): string[] {
  const y = (share: number) => horizon + (height - horizon) * share;
  const edge = (share: number, side: number) => x + (middle - x) * share + side * half * share;
  return Array.from({ length: 6 }, (_, index) => {
    const near = 0.82 ** (index * 1.9);
    const far = near * 0.82;
    return polygon(
      [
        [edge(near, -1), y(near)],
        [edge(near, 1), y(near)],
        [edge(far, 1), y(far)],
        [edge(far, -1), y(far)],
      ],
      colour,
    );
  });
}

function poles(x: number, horizon: number, width: number, height: number, colour: string): string {
  const drawn = [1, 0.5, 0.25, 0.13].map((scale) => {
    const foot = horizon + (height - horizon) * 0.62 * scale;
    const place = x + (width * 0.93 - x) * scale;
    const tall = height * 0.56 * scale;
    const arm = tall * 0.1;
    const d = data`M${place} ${foot}V${foot - tall}M${place - arm} ${foot - tall * 0.92}h${arm * 2}M${place - arm * 0.8} ${foot - tall * 0.8}h${arm * 1.6}`;
    return stroke(d, colour, Math.max(1.2, 7 * scale), { 'stroke-linecap': 'butt' });
  });
  return drawn.join('');
}
