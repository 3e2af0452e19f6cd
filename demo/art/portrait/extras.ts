import { circle, data, ellipse, path, rect } from '../svg.js';
import type { Head } from './head.js';

export function drawGlasses({ x, y, rx, ry }: Head, colour: string): string {
  const rim = { stroke: colour, 'stroke-width': 6 };
  const lens = (side: number) => circle(x + side * rx * 0.45, y + ry * 0.02, rx * 0.32, 'none', rim);
  const bridge = data`M${x - rx * 0.13} ${y}q${rx * 0.13} ${-ry * 0.08} ${rx * 0.26} 0`;
  const arms = data`M${x - rx * 0.77} ${y - ry * 0.04}H${x - rx * 1.02}M${x + rx * 0.77} ${y - ry * 0.04}H${x + rx * 1.02}`;
  return lens(-1) + lens(1) + path(bridge + arms, 'none', rim);
}

export function drawHat({ x, y, rx, ry }: Head, colour: string, ribbon: string): string {
  const crown = data`M${x - rx * 1.02} ${y - ry * 0.66}C${x - rx * 1.1} ${y - ry * 1.5} ${x - rx * 0.6} ${y - ry * 1.66} ${x} ${y - ry * 1.5}C${x + rx * 0.6} ${y - ry * 1.66} ${x + rx * 1.1} ${y - ry * 1.5} ${x + rx * 1.02} ${y - ry * 0.66}Z`;
  const band = rect(x - rx * 1.04, y - ry * 0.88, rx * 2.08, ry * 0.2, ribbon);
  return path(crown, colour) + band + ellipse(x, y - ry * 0.64, rx * 1.62, ry * 0.14, colour);
}
