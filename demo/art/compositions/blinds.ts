import { between, type Canvas, type Scene } from '../composition.js';
import { data, path, rect } from '../svg.js';

/** Light through a blind, across the head and hat of somebody who waits. */
export function blinds({ width, height, tones, random }: Canvas): Scene {
  const { ground, second, accent, palette } = tones;
  const size = Math.min(width, height);
  const x = width * between(random, 0.44, 0.56);
  const count = 9;
  const step = (height * 0.8) / count;
  const across = Math.min(width * 0.88, size * 1.25);
  const left = (width - across) / 2;
  const lit = [second, accent, palette.paper].filter((colour) => colour !== palette.ink && colour !== ground);
  const [light = palette.paper, other = light] = lit;
  const bars = Array.from({ length: count }, (_, index) =>
    rect(left, height * 0.06 + index * step, across, step * 0.62, index % 3 === 1 ? other : light),
  );
  const unit = size * 0.011;
  const bust = path(silhouette(x, height + unit * 2, unit), palette.ink);
  return {
    shapes: rect(0, 0, width, height, ground) + bars.join('') + bust,
    top: ground,
    bottom: palette.ink,
  };
}

/** Shoulders, neck, head and a hat with a brim, from the front; 62 units tall. */
function silhouette(x: number, y: number, unit: number): string {
  const at = (dx: number, dy: number) => data`${x + dx * unit} ${y - dy * unit}`;
  const right = `L${at(34, 0)}C${at(33, 12)} ${at(26, 15)} ${at(15, 18)}C${at(9, 20)} ${at(7, 21)} ${at(7, 26)}C${at(11, 30)} ${at(12.5, 36)} ${at(12.5, 43)}L${at(22, 43.5)}C${at(25, 44)} ${at(25, 47)} ${at(21, 47.5)}L${at(13.5, 48.5)}`;
  const crown = `C${at(13, 57)} ${at(11, 62)} ${at(6, 62)}C${at(3, 62)} ${at(2, 60)} ${at(0, 60)}C${at(-2, 60)} ${at(-3, 62)} ${at(-6, 62)}C${at(-11, 62)} ${at(-13, 57)} ${at(-13.5, 48.5)}`;
  const left = `L${at(-21, 47.5)}C${at(-25, 47)} ${at(-25, 44)} ${at(-22, 43.5)}L${at(-12.5, 43)}C${at(-12.5, 36)} ${at(-11, 30)} ${at(-7, 26)}C${at(-7, 21)} ${at(-9, 20)} ${at(-15, 18)}C${at(-26, 15)} ${at(-33, 12)} ${at(-34, 0)}Z`;
  return `M${at(-34, 0)}${right}${crown}${left}`;
}
