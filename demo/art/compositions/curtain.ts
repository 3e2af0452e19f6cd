import { between, type Canvas, type Scene } from '../composition.js';
import { mix } from '../colour.js';
import { standingFigure } from '../figure.js';
import { data, ellipse, path, polygon, rect } from '../svg.js';

/** A stage between drawn curtains, one performer in the spotlight. */
export function curtain({ width, height, tones, random }: Canvas): Scene {
  const { ground, figure, second, accent, palette } = tones;
  const size = Math.min(width, height);
  const floor = height * 0.84;
  const x = width * between(random, 0.46, 0.54);
  const cloth = second === ground ? accent : second;
  const fold = mix(cloth, palette.ink, 0.32);
  const light = cloth === accent ? figure : accent;
  const beamTop = x + size * between(random, -0.16, 0.16);
  const person = standingFigure(x, floor + size * 0.03, size * 0.34, figure === light ? ground : figure);
  const shapes = [
    rect(0, 0, width, height, ground),
    rect(0, floor, width, height - floor, fold),
    polygon(
      [
        [beamTop - size * 0.03, 0],
        [beamTop + size * 0.03, 0],
        [x + size * 0.24, floor + size * 0.03],
        [x - size * 0.24, floor + size * 0.03],
      ],
      mix(ground, light, 0.45),
    ),
    ellipse(x, floor + size * 0.035, size * 0.24, size * 0.055, light),
    person,
    drape(0, 1, width * 0.34, height, size, cloth, fold),
    drape(width, -1, width * 0.34, height, size, cloth, fold),
    valance(width, size, cloth, fold),
  ];
  return { shapes: shapes.join(''), top: cloth, bottom: fold };
}

/** One side of the curtain, gathered at two thirds of its height. */
function drape(
  edge: number,
  side: 1 | -1,
  reach: number,
  height: number,
  size: number,
  cloth: string,
  fold: string,
): string {
  const waist = height * 0.62;
  const strand = (share: number, top: number) =>
    data`M${edge} ${-1}H${edge + side * reach * top}C${edge + side * reach * top} ${height * 0.3} ${edge + side * reach * share * 0.55} ${waist * 0.8} ${edge + side * reach * share * 0.42} ${waist}C${edge + side * reach * share * 0.46} ${height * 0.8} ${edge + side * reach * share * 0.6} ${height * 0.9} ${edge + side * reach * share * 0.6} ${height + 1}H${edge}Z`;
  const layers = [1, 0.82, 0.64, 0.46, 0.28].map((share, index) =>
    path(strand(share, share), index % 2 === 0 ? cloth : fold),
  );
  const band = rect(
    side === 1 ? edge - 1 : edge - reach * 0.46 + 1,
    waist - size * 0.015,
    reach * 0.46,
    size * 0.03,
    fold,
  );
  return layers.join('') + band;
}

function valance(width: number, size: number, cloth: string, fold: string): string {
  const count = Math.max(5, Math.round((width / size) * 6));
  const chord = width / count;
  const depth = size * 0.1;
  const row = (y: number) => data`M0 -1V${y}${data`q${chord / 2} ${depth * 0.9} ${chord} 0`.repeat(count)}V-1Z`;
  return path(row(depth), fold) + path(row(depth * 0.72), cloth);
}
