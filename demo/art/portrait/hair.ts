import { mix } from '../colour.js';
import { circle, data, ellipse, path, stroke } from '../svg.js';
import type { Head } from './head.js';

/** Hair in two layers, behind the face and in front of it. */
interface Hair {
  behind: string;
  front: string;
  /** False where the hair stands higher than a hat. */
  hatFits?: boolean;
}

type Hairstyle = (head: Head, colour: string) => Hair;

export const hairstyles: readonly Hairstyle[] = [sidePart, sweptBack, crop, curls, bob, waves, fringe, bun, receding];

function sidePart({ x, y, rx, ry }: Head, colour: string): Hair {
  const front = data`M${x - rx * 1.06} ${y - ry * 0.02}C${x - rx * 1.3} ${y - ry * 1.1} ${x - rx * 0.3} ${y - ry * 1.42} ${x + rx * 0.2} ${y - ry * 1.3}C${x + rx} ${y - ry * 1.26} ${x + rx * 1.26} ${y - ry * 0.6} ${x + rx * 1.06} ${y - ry * 0.02}C${x + rx * 0.98} ${y - ry * 0.4} ${x + rx * 0.9} ${y - ry * 0.56} ${x + rx * 0.7} ${y - ry * 0.66}C${x + rx * 0.1} ${y - ry * 0.62} ${x - rx * 0.4} ${y - ry * 0.76} ${x - rx * 0.52} ${y - ry * 0.98}C${x - rx * 0.6} ${y - ry * 0.7} ${x - rx * 0.94} ${y - ry * 0.6} ${x - rx * 1.06} ${y - ry * 0.02}Z`;
  return { behind: '', front: path(front, colour) };
}

function sweptBack({ x, y, rx, ry }: Head, colour: string): Hair {
  const cap = data`M${x - rx * 1.08} ${y}C${x - rx * 1.34} ${y - ry * 0.9} ${x - rx * 0.8} ${y - ry * 1.5} ${x + rx * 0.1} ${y - ry * 1.46}C${x + rx * 0.94} ${y - ry * 1.44} ${x + rx * 1.3} ${y - ry * 0.8} ${x + rx * 1.08} ${y}C${x + rx * 1.0} ${y - ry * 0.5} ${x + rx * 0.8} ${y - ry * 0.84} ${x} ${y - ry * 0.84}C${x - rx * 0.8} ${y - ry * 0.84} ${x - rx} ${y - ry * 0.5} ${x - rx * 1.08} ${y}Z`;
  const strands = data`M${x - rx * 0.5} ${y - ry * 0.86}Q${x - rx * 0.5} ${y - ry * 1.16} ${x - rx * 0.16} ${y - ry * 1.34}M${x} ${y - ry * 0.9}Q${x} ${y - ry * 1.2} ${x + rx * 0.3} ${y - ry * 1.34}M${x + rx * 0.46} ${y - ry * 0.86}Q${x + rx * 0.56} ${y - ry * 1.1} ${x + rx * 0.74} ${y - ry * 1.2}`;
  return { behind: '', front: path(cap, colour) + stroke(strands, mix(colour, '#ffffff', 0.22), 3) };
}

function crop({ x, y, rx, ry }: Head, colour: string): Hair {
  const cap = data`M${x - rx * 1.03} ${y - ry * 0.1}C${x - rx * 1.12} ${y - ry * 1.36} ${x + rx * 1.12} ${y - ry * 1.36} ${x + rx * 1.03} ${y - ry * 0.1}L${x + rx * 0.9} ${y - ry * 0.52}Q${x} ${y - ry * 0.86} ${x - rx * 0.9} ${y - ry * 0.52}Z`;
  return { behind: '', front: path(cap, colour) };
}

function curls({ x, y, rx, ry }: Head, colour: string): Hair {
  const puffs = Array.from({ length: 11 }, (_, index) => {
    const angle = Math.PI * (0.94 + (index / 10) * 1.12);
    return circle(x + Math.cos(angle) * rx * 1.02, y - ry * 0.26 + Math.sin(angle) * ry * 0.86, rx * 0.34, colour);
  });
  const brow = [-0.6, -0.2, 0.2, 0.6].map((place) =>
    circle(x + place * rx, y - ry * (0.86 - Math.abs(place) * 0.1), rx * 0.27, colour),
  );
  return { behind: ellipse(x, y - ry * 0.4, rx * 1.14, ry * 0.86, colour), front: puffs.join('') + brow.join('') };
}

function bob({ x, y, rx, ry }: Head, colour: string): Hair {
  const back = data`M${x - rx * 1.34} ${y + ry * 0.72}C${x - rx * 1.5} ${y - ry * 1.66} ${x + rx * 1.5} ${y - ry * 1.66} ${x + rx * 1.34} ${y + ry * 0.72}Q${x} ${y + ry * 0.9} ${x - rx * 1.34} ${y + ry * 0.72}Z`;
  const front = data`M${x - rx * 1.06} ${y + ry * 0.4}C${x - rx * 1.36} ${y - ry * 1.3} ${x - rx * 0.2} ${y - ry * 1.34} ${x + rx * 0.1} ${y - ry * 1.26}C${x + rx * 1.2} ${y - ry * 1.3} ${x + rx * 1.26} ${y - ry * 0.4} ${x + rx * 1.06} ${y + ry * 0.4}C${x + rx * 0.98} ${y - ry * 0.2} ${x + rx * 0.7} ${y - ry * 0.66} ${x + rx * 0.24} ${y - ry * 0.94}C${x - rx * 0.2} ${y - ry * 0.6} ${x - rx * 0.9} ${y - ry * 0.4} ${x - rx * 1.06} ${y + ry * 0.4}Z`;
  return { behind: path(back, colour), front: path(front, colour) };
}

function waves({ x, y, rx, ry }: Head, colour: string): Hair {
  const side = (turn: number) =>
    data`M${x} ${y - ry * 1.34}C${x + turn * rx * 1.6} ${y - ry * 1.4} ${x + turn * rx * 1.5} ${y - ry * 0.3} ${x + turn * rx * 1.24} ${y + ry * 0.1}C${x + turn * rx * 1.7} ${y + ry * 0.5} ${x + turn * rx * 1.2} ${y + ry * 0.8} ${x + turn * rx * 1.56} ${y + ry * 1.36}C${x + turn * rx * 1.1} ${y + ry * 1.6} ${x + turn * rx * 0.5} ${y + ry * 1.3} ${x} ${y + ry * 0.6}Z`;
  const front = data`M${x - rx * 1.04} ${y + ry * 0.12}C${x - rx * 1.3} ${y - ry * 1.2} ${x - rx * 0.4} ${y - ry * 1.36} ${x} ${y - ry * 1.34}C${x + rx * 0.9} ${y - ry * 1.36} ${x + rx * 1.3} ${y - ry * 0.8} ${x + rx * 1.04} ${y + ry * 0.12}C${x + rx * 1.02} ${y - ry * 0.5} ${x + rx * 0.5} ${y - ry * 0.6} ${x - rx * 0.34} ${y - ry * 0.98}C${x - rx * 0.7} ${y - ry * 0.7} ${x - rx * 0.98} ${y - ry * 0.4} ${x - rx * 1.04} ${y + ry * 0.12}Z`;
  return { behind: path(side(-1), colour) + path(side(1), colour), front: path(front, colour) };
}

function fringe({ x, y, rx, ry }: Head, colour: string): Hair {
  const back = data`M${x - rx * 1.2} ${y + ry * 0.36}C${x - rx * 1.44} ${y - ry * 1.6} ${x + rx * 1.44} ${y - ry * 1.6} ${x + rx * 1.2} ${y + ry * 0.36}Z`;
  const front = data`M${x - rx * 1.08} ${y + ry * 0.22}C${x - rx * 1.3} ${y - ry * 1.5} ${x + rx * 1.3} ${y - ry * 1.5} ${x + rx * 1.08} ${y + ry * 0.22}L${x + rx * 0.92} ${y - ry * 0.36}Q${x} ${y - ry * 0.26} ${x - rx * 0.92} ${y - ry * 0.36}Z`;
  return { behind: path(back, colour), front: path(front, colour) };
}

function bun({ x, y, rx, ry }: Head, colour: string): Hair {
  const { front } = sweptBack({ x, y, rx, ry }, colour);
  return { behind: circle(x + rx * 0.2, y - ry * 1.56, rx * 0.46, colour), front, hatFits: false };
}

function receding({ x, y, rx, ry }: Head, colour: string): Hair {
  const side = (turn: number) =>
    data`M${x + turn * rx * 0.6} ${y - ry * 0.94}C${x + turn * rx * 1.24} ${y - ry * 0.96} ${x + turn * rx * 1.3} ${y - ry * 0.3} ${x + turn * rx * 1.1} ${y + ry * 0.16}C${x + turn * rx * 0.98} ${y - ry * 0.1} ${x + turn * rx * 0.94} ${y - ry * 0.5} ${x + turn * rx * 0.6} ${y - ry * 0.94}Z`;
  return { behind: '', front: path(side(-1), colour) + path(side(1), colour) };
}
