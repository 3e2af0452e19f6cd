import { element, escapeXml, short } from './svg.js';
import type { SetTitle } from './typesetting.js';

const captionFamily = "'Helvetica Neue', Helvetica, Arial, sans-serif";

export type Alignment = 'start' | 'middle' | 'end';

/** Draws a title from the top of its first letters down; `x` is its left edge, middle or right edge by `alignment`. */
export function drawTitle(title: SetTitle, x: number, y: number, colour: string, alignment: Alignment): string {
  const { face, size, lines, ascent, leading } = title;
  const style = {
    'font-family': face.family,
    'font-size': size,
    'font-weight': face.weight,
    'font-style': face.style,
    'letter-spacing': face.tracking === 0 ? undefined : short(face.tracking * size),
    'text-anchor': alignment,
    fill: colour,
  };
  const drawn = lines.map(({ text, width }, index) => {
    // Whatever font plays the part, the line keeps the width it was set for.
    const place = { x, y: y + ascent + index * leading, textLength: width, lengthAdjust: 'spacingAndGlyphs' };
    return element('text', place, escapeXml(text));
  });
  return element('g', style, drawn.join(''));
}

/** Small spread letters, such as a year; `y` is the baseline. */
export function drawCaption(
  text: string,
  x: number,
  y: number,
  size: number,
  colour: string,
  alignment: Alignment,
): string {
  const style = { 'font-family': captionFamily, 'font-size': size, 'font-weight': 700, 'letter-spacing': size * 0.22 };
  return element('text', { x, y, ...style, 'text-anchor': alignment, fill: colour }, escapeXml(text));
}
