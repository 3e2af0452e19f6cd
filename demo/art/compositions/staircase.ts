import { between, type Canvas, type Scene } from '../composition.js';
import { mix } from '../colour.js';
import { standingFigure } from '../figure.js';
import { readableOn } from '../palette.js';
import { data, path, rect } from '../svg.js';

/** Steps that climb toward a lit door, someone halfway up. */
export function staircase({ width, height, tones, random }: Canvas): Scene {
  const { ground, figure, second, accent, palette } = tones;
  const steps = 8;
  const rise = (height * 0.62) / steps;
  const tread = width / (steps + 1);
  const isMirrored = random() < 0.5;
  let line = data`M0 ${height}`;
  for (let step = 0; step <= steps; step++) line += data`V${height * 0.92 - step * rise}h${tread}`;
  const climb = path(data`${line}V${height}Z`, figure);
  const shade = Array.from({ length: steps + 1 }, (_, step) =>
    rect(step * tread, height * 0.92 - step * rise, tread * 0.16, height, mix(figure, ground, 0.3)),
  );
  const top = height * 0.92 - steps * rise;
  const doorWidth = tread * 0.62;
  const doorHeight = Math.min(top * 0.78, doorWidth * 2.1);
  const door = rect(width - tread * 0.84, top - doorHeight, doorWidth, doorHeight, accent);
  const beam = path(
    data`M${width - tread * 0.84} ${top - doorHeight}V${top}L${width * 0.1} ${height * 0.92}L0 ${height * 0.62}Z`,
    accent,
    { opacity: '.28' },
  );
  const place = Math.floor(between(random, 3, 6));
  const person = standingFigure(
    tread * (place + 0.55),
    height * 0.92 - place * rise,
    rise * 2.3,
    readableOn(ground, [second, palette.ink, palette.paper]),
  );
  const scene = beam + door + climb + shade.join('') + person;
  const turned = isMirrored ? `<g transform="matrix(-1 0 0 1 ${width} 0)">${scene}</g>` : scene;
  return { shapes: rect(0, 0, width, height, ground) + turned, top: ground, bottom: figure };
}
