import { between, type Canvas, type Scene } from '../composition.js';
import { standingFigure } from '../figure.js';
import { circle, data, path, rect } from '../svg.js';

/** An endless chequered floor, a moon that hangs too low, and one small figure. */
export function checkerFloor({ width, height, tones, random }: Canvas): Scene {
  const { ground, figure, second, accent } = tones;
  const size = Math.min(width, height);
  const horizon = height * between(random, 0.5, 0.58);
  const x = width * between(random, 0.4, 0.6);
  const radius = Math.min(size * between(random, 0.24, 0.3), horizon * 0.42);
  const moonX = width - x + (x < width / 2 ? -1 : 1) * size * 0.04;
  const floorColour = second === figure ? accent : second;
  const place = x + (x < width / 2 ? -0.12 : 0.12) * size;
  const shapes = [
    rect(0, 0, width, height, ground),
    circle(moonX, horizon - radius * 1.12, radius, accent),
    rect(0, horizon, width, height - horizon, floorColour),
    path(squares(x, horizon, width, height), figure),
    standingFigure(place, horizon + (height - horizon) * 0.3, size * 0.27, figure === ground ? accent : figure),
  ];
  return { shapes: shapes.join(''), top: ground, bottom: floorColour };
}

/** Every other square of a floor that runs to a vanishing point on the horizon. */
function squares(x: number, horizon: number, width: number, height: number): string {
  const depths = [0.06, 0.11, 0.18, 0.28, 0.43, 0.66, 1].map((share) => horizon + (height - horizon) * share);
  const spread = Math.max(width, height) * 0.26;
  const reach = Math.ceil((width / spread) * 7);
  const at = (column: number, y: number) => {
    const place = x + column * spread * ((y - horizon) / (height - horizon));
    return Math.max(0, Math.min(width, place));
  };
  const drawn: string[] = [];
  for (const [row, near] of depths.entries()) {
    const far = depths[row - 1];
    if (far === undefined) continue;
    for (let column = -reach; column < reach; column++) {
      const isHidden = at(column, near) === at(column + 1, near) && at(column, far) === at(column + 1, far);
      if ((column + row) % 2 !== 0 || isHidden) continue;
      drawn.push(
        data`M${at(column, far)} ${far}H${at(column + 1, far)}L${at(column + 1, near)} ${near}H${at(column, near)}Z`,
      );
    }
  }
  return drawn.join('');
}
