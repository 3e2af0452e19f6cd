import { circle, data, path } from './svg.js';

/** Someone in a coat and hat, seen from afar; `x` is the middle, `y` the soles, `height` from hat to shoes. */
export function standingFigure(x: number, y: number, height: number, colour: string): string {
  const unit = height / 20;
  const at = (dx: number, dy: number) => data`${x + dx * unit} ${y - dy * unit}`;
  const hat = `M${at(-2.3, 18.1)}Q${at(0, 17.7)} ${at(2.3, 18.1)}Q${at(2.2, 18.6)} ${at(1.45, 18.6)}L${at(1.1, 20)}Q${at(0, 19.5)} ${at(-1.1, 20)}L${at(-1.45, 18.6)}Q${at(-2.2, 18.6)} ${at(-2.3, 18.1)}Z`;
  return circle(x, y - unit * 17.3, unit * 1.25, colour) + path(hat + coat(at), colour);
}

/** The same outline lying on the floor, away from a light; `lean` is how far it reaches sideways. */
export function longShadow(
  x: number,
  y: number,
  length: number,
  lean: number,
  colour: string,
  opacity: string,
): string {
  const half = length * 0.09;
  const tip = half * 0.8;
  const d = data`M${x - half * 0.5} ${y}L${x + lean - tip} ${y + length * 0.86}a${tip} ${tip * 0.5} 0 0 0 ${tip * 2} 0L${x + half * 0.5} ${y}Z`;
  return path(d, colour, { opacity });
}

function coat(at: (dx: number, dy: number) => string): string {
  const shoulder = `M${at(-0.7, 16.4)}L${at(0.7, 16.4)}C${at(1.6, 15.7)} ${at(3, 15.6)} ${at(3.1, 13.9)}`;
  const right = `L${at(3.3, 8.6)}L${at(2.6, 8.5)}L${at(2.9, 5.2)}L${at(1.75, 5.2)}L${at(1.6, 0.5)}L${at(2.2, 0)}L${at(0.4, 0)}`;
  const left = `L${at(0.1, 5)}L${at(-0.5, 0)}L${at(-2.3, 0)}L${at(-1.7, 0.5)}L${at(-1.75, 5.2)}L${at(-2.9, 5.2)}`;
  return `${shoulder}${right}${left}L${at(-2.6, 8.5)}L${at(-3.3, 8.6)}L${at(-3.1, 13.9)}C${at(-3, 15.6)} ${at(-1.6, 15.7)} ${at(-0.7, 16.4)}Z`;
}
