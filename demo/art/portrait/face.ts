import { mix } from '../colour.js';
import { circle, data, ellipse, path } from '../svg.js';
import type { Head } from './head.js';

/** A neck that reaches down to any garment. */
export function drawNeck(tone: string): string {
  const shade = mix(tone, '#3a1a1a', 0.24);
  const shape = data`M166 318V402Q200 440 234 402V318Z`;
  return path(shape, tone) + path(data`M166 340Q196 392 234 352V372Q206 400 166 366Z`, shade);
}

/** A plain face in two tones: half in the light, with a brow line, a nose and a mouth that say no more than they must. */
export function drawFace({ x, y, rx, ry }: Head, tone: string, id: string): string {
  const shade = mix(tone, '#3a1a1a', 0.2);
  const line = mix(tone, '#2a1014', 0.62);
  const oval = data`M${x - rx} ${y - ry * 0.2}C${x - rx} ${y - ry * 1.32} ${x + rx} ${y - ry * 1.32} ${x + rx} ${y - ry * 0.2}C${x + rx} ${y + ry * 0.5} ${x + rx * 0.5} ${y + ry} ${x} ${y + ry}C${x - rx * 0.5} ${y + ry} ${x - rx} ${y + ry * 0.5} ${x - rx} ${y - ry * 0.2}Z`;
  const half = data`M${x + rx * 0.1} ${y - ry * 1.3}V${y - ry * 0.02}L${x - rx * 0.14} ${y + ry * 0.3}H${x + rx * 0.14}V${y + ry * 1.1}H${x + rx * 1.2}V${y - ry * 1.3}Z`;
  const brow = (side: number) =>
    data`M${x + side * rx * 0.2} ${y - ry * 0.14}q${side * rx * 0.24} ${-ry * 0.1} ${side * rx * 0.46} ${ry * 0.02}`;
  const lid = (side: number) =>
    data`M${x + side * rx * 0.26} ${y + ry * 0.03}q${side * rx * 0.17} ${ry * 0.06} ${side * rx * 0.34} 0`;
  const features = { fill: 'none', stroke: line, 'stroke-linecap': 'round' };
  return [
    circle(x - rx * 1.02, y + ry * 0.02, rx * 0.16, tone),
    circle(x + rx * 1.02, y + ry * 0.02, rx * 0.16, shade),
    path(oval, tone),
    `<clipPath id="${id}f">${path(oval, '#000')}</clipPath>`,
    path(half, shade, { 'clip-path': `url(#${id}f)` }),
    path(brow(-1) + brow(1), 'none', { ...features, 'stroke-width': 5 }),
    path(lid(-1) + lid(1), 'none', { ...features, 'stroke-width': 3.4 }),
    ellipse(x + rx * 0.02, y + ry * 0.58, rx * 0.22, ry * 0.045, line),
  ].join('');
}
