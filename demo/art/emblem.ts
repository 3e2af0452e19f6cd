import { circle, data, outline, path, type Point, rect } from './svg.js';

type Emblem = (x: number, y: number, radius: number, colour: string, other: string) => string;

/** Geometric marks around a middle; `other` shows where a mark is open. */
export const emblems: readonly Emblem[] = [
  (x, y, r, colour, other) =>
    circle(x, y, r, colour) +
    path(data`M${x - r * 0.32} ${y - r * 0.5}L${x + r * 0.58} ${y}L${x - r * 0.32} ${y + r * 0.5}Z`, other),
  (x, y, r, colour, other) =>
    [1, 0.74, 0.48, 0.22].map((share, index) => circle(x, y, r * share, index % 2 === 0 ? colour : other)).join(''),
  (x, y, r, colour) => path(star(x, y, r, 8, 0.5), colour),
  (x, y, r, colour, other) => circle(x, y, r, colour) + circle(x + r * 0.36, y - r * 0.16, r * 0.76, other),
  (x, y, r, colour) =>
    path(
      data`M${x - r} ${y + r * 0.8}L${x - r * 0.25} ${y - r * 0.7}L${x + r * 0.2} ${y + r * 0.1}L${x + r * 0.48} ${y - r * 0.3}L${x + r} ${y + r * 0.8}Z`,
      colour,
    ),
  (x, y, r, colour) =>
    [-1, -0.4, 0.2]
      .map((row, index) =>
        rect(x - r + index * r * 0.25, y + row * r + r * 0.2, r * 1.5, r * 0.4, colour, { rx: r * 0.2 }),
      )
      .join(''),
  (x, y, r, colour, other) =>
    path(data`M${x - r} ${y}A${r} ${r} 0 0 1 ${x + r} ${y}Z`, colour) +
    path(data`M${x - r} ${y + r * 0.16}H${x + r}A${r} ${r} 0 0 1 ${x - r} ${y + r * 0.16}Z`, colour, {
      opacity: '.55',
    }) +
    circle(x, y - r * 0.42, r * 0.2, other),
  (x, y, r, colour) =>
    [0, 1, 2, 3]
      .map((quarter) =>
        path(data`M${x} ${y}V${y - r}A${r} ${r} 0 0 1 ${x + r} ${y}Z`, colour, {
          transform: data`rotate(${quarter * 90} ${x} ${y}) translate(${r * 0.07} ${-r * 0.07})`,
          opacity: quarter % 2 === 0 ? undefined : '.55',
        }),
      )
      .join(''),
  (x, y, r, colour, other) => path(star(x, y, r, 14, 0.82), colour) + path(star(x, y, r * 0.52, 5, 0.42), other),
  (x, y, r, colour, other) =>
    rect(x - r, y - r * 0.72, r * 2, r * 1.44, colour, { rx: r * 0.24 }) +
    [-0.62, 0, 0.62]
      .map((place) => rect(x + place * r - r * 0.16, y - r * 0.44, r * 0.32, r * 0.88, other, { rx: r * 0.08 }))
      .join(''),
];

function star(x: number, y: number, radius: number, points: number, depth: number): string {
  const corner = (index: number): Point => {
    const angle = (index * Math.PI) / points - Math.PI / 2;
    const reach = index % 2 === 0 ? radius : radius * depth;
    return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach];
  };
  return outline(Array.from({ length: points * 2 }, (_, index) => corner(index)));
}
