import { between, type Canvas, type Scene } from '../composition.js';
import { mix } from '../colour.js';
import { circle, type Point, polygon, rect } from '../svg.js';

/** Ridges that darken toward the viewer, with a sun or moon behind them and snow on the highest. */
export function mountains({ width, height, tones, random }: Canvas): Scene {
  const { ground, figure, second, accent } = tones;
  const size = Math.min(width, height);
  const sun = circle(
    width * between(random, 0.3, 0.7),
    height * between(random, 0.24, 0.34),
    size * between(random, 0.14, 0.22),
    second,
  );
  const shapes = [rect(0, 0, width, height, ground), sun];
  const ridges = 4;
  for (let ridge = 0; ridge < ridges; ridge++) {
    const base = height * (0.46 + ridge * 0.13);
    const colour = mix(ground, figure, 0.3 + (0.7 * ridge) / (ridges - 1));
    const peaks = ridgeLine(width, base, size * (0.26 - ridge * 0.045), random);
    shapes.push(polygon([[0, height], ...peaks, [width, height]], colour));
    if (ridge === 0) shapes.push(snow(peaks, size * 0.075, accent));
  }
  return { shapes: shapes.join(''), top: ground, bottom: figure };
}

function ridgeLine(width: number, base: number, rise: number, random: () => number): Point[] {
  const points: Point[] = [[0, base - rise * between(random, 0.1, 0.5)]];
  let isPeak = true;
  for (let x = rise * between(random, 0.4, 0.9); x < width; x += rise * between(random, 0.55, 1)) {
    points.push([x, isPeak ? base - rise * between(random, 0.55, 1) : base - rise * between(random, 0, 0.25)]);
    isPeak = !isPeak;
  }
  return [...points, [width, base - rise * between(random, 0.1, 0.5)]];
}

/** A cap with a ragged lower edge on the highest peak. */
function snow(peaks: readonly Point[], depth: number, colour: string): string {
  const inner = peaks.slice(1, -1);
  const peak = inner.toSorted((a, b) => a[1] - b[1])[0];
  const at = peak === undefined ? -1 : peaks.indexOf(peak);
  const [before, after] = [peaks[at - 1], peaks[at + 1]];
  if (peak === undefined || before === undefined || after === undefined) return '';
  const down = (to: Point): Point => {
    const share = Math.min(0.8, depth / Math.max(1, to[1] - peak[1]));
    return [peak[0] + (to[0] - peak[0]) * share, peak[1] + (to[1] - peak[1]) * share];
  };
  const [left, right] = [down(before), down(after)];
  const low = Math.max(left[1], right[1]);
  const spread = right[0] - left[0];
  const teeth: Point[] = [
    [right[0] - spread * 0.25, low - depth * 0.35],
    [right[0] - spread * 0.42, low + depth * 0.25],
    [left[0] + spread * 0.36, low - depth * 0.3],
    [left[0] + spread * 0.2, low + depth * 0.1],
  ];
  return polygon([peak, right, ...teeth, left], colour);
}
