export type Attributes = Record<string, string | number | undefined>;
export type Point = readonly [x: number, y: number];

// Control characters but for tab and line ends, halves of a surrogate pair, and two that are no characters.
const forbidden = /[^\t\n\r\P{Cc}]|[\p{Cs}\ufffe\uffff]/gu;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made safe inside an element or a quoted attribute; characters that XML 1.0 forbids are dropped. */
export function escapeXml(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"']/g, (found) => entities[found] ?? '');
}

/** A coordinate with at most one decimal: a picture of 400 units shows no more, and the file stays small. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Path data whose numbers are shortened. */
export function data(parts: TemplateStringsArray, ...values: (number | string)[]): string {
  return String.raw({ raw: parts }, ...values.map((value) => (typeof value === 'number' ? short(value) : value)));
}

/** One element; attributes that are undefined are left out. `content` is markup, already escaped. */
export function element(name: string, attributes: Attributes, content?: string): string {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? short(value) : escapeXml(value)}"`)
    .join('');
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

export function rect(x: number, y: number, width: number, height: number, fill: string, more: Attributes = {}): string {
  return element('rect', { x, y, width, height, fill, ...more });
}

export function circle(cx: number, cy: number, r: number, fill: string, more: Attributes = {}): string {
  return element('circle', { cx, cy, r, fill, ...more });
}

export function ellipse(cx: number, cy: number, rx: number, ry: number, fill: string, more: Attributes = {}): string {
  return element('ellipse', { cx, cy, rx, ry, fill, ...more });
}

export function path(d: string, fill: string, more: Attributes = {}): string {
  return element('path', { d, fill, ...more });
}

/** An open line with round ends. */
export function stroke(d: string, colour: string, width: number, more: Attributes = {}): string {
  const style = { fill: 'none', stroke: colour, 'stroke-width': width, 'stroke-linecap': 'round' };
  return element('path', { d, ...style, ...more });
}

/** Path data of a closed shape with straight sides. */
export function outline(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}Z`;
}

export function polygon(points: readonly Point[], fill: string): string {
  return path(outline(points), fill);
}

export function group(attributes: Attributes, ...content: string[]): string {
  return element('g', attributes, content.join(''));
}

/** A part of the picture with coordinates of its own, which cuts off what reaches beyond it. */
export function panel(x: number, y: number, width: number, height: number, content: string): string {
  return element('svg', { x, y, width, height, viewBox: `0 0 ${short(width)} ${short(height)}` }, content);
}

/** A document of its own: `viewWidth` and `viewHeight` are the drawing's units, `width` what it is shown at in pixels. */
export function svgDocument(viewWidth: number, viewHeight: number, width: number, content: string): string {
  const size = { width, height: Math.round((width * viewHeight) / viewWidth) };
  const root = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${viewWidth} ${viewHeight}`, ...size };
  return element('svg', root, content);
}
