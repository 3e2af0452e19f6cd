import { pick } from '../../catalogue/seeded-random.js';
import { between, type Canvas, type Scene } from '../composition.js';
import { data, element, group, rect } from '../svg.js';

/** Fronds cut out of coloured paper, each on a sheet of its own. */
export function cutLeaves({ width, height, tones, random }: Canvas): Scene {
  const { ground, palette } = tones;
  const size = Math.min(width, height);
  const columns = Math.max(2, Math.round((width / size) * 2));
  const rows = Math.max(2, Math.round((height / size) * 2));
  const colours = [palette.paper, ...palette.hues, palette.ink];
  const margin = size * 0.045;
  const across = (width - margin * (columns + 1)) / columns;
  const down = (height - margin * (rows + 1)) / rows;
  const shapes = [rect(0, 0, width, height, ground)];
  let last = ground;
  for (let cell = 0; cell < columns * rows; cell++) {
    const sheet = pick(
      random,
      colours.filter((colour) => colour !== ground && colour !== last),
    );
    const leaf = pick(
      random,
      colours.filter((colour) => colour !== sheet),
    );
    last = sheet;
    const x = margin + (cell % columns) * (across + margin);
    const y = margin + Math.floor(cell / columns) * (down + margin);
    const turn = Math.round(between(random, -38, 38));
    const scale = (Math.min(across, down) / 108).toFixed(2);
    const place = data`translate(${x + across / 2} ${y + down / 2}) rotate(${turn})`;
    shapes.push(
      rect(x, y, across, down, sheet),
      group({ transform: `${place} scale(${scale})`, fill: leaf }, frond(random)),
    );
  }
  return { shapes: shapes.join(''), top: ground, bottom: ground };
}

/** A stem with rounded lobes, 90 units tall and at most 80 wide. */
function frond(random: () => number): string {
  const pairs = 4;
  // One path a side: where shapes that turn opposite ways overlap in one path, they cut holes.
  const sides: [left: string[], right: string[]] = [[], []];
  for (let pair = 0; pair < pairs; pair++) {
    const y = 30 - pair * 17;
    const reach = between(random, 24, 38) * (1 - Math.abs(pair - 1.3) * 0.18);
    const rise = between(random, 10, 22);
    for (const [index, side] of [-1, 1].entries()) {
      const tip = side * reach;
      sides[index]?.push(
        data`M0 ${y + 7}C${tip * 0.5} ${y + 6} ${tip * 1.1} ${y - rise + 14} ${tip} ${y - rise}C${tip * 0.7} ${y - rise - 5} ${side * 6} ${y - 8} 0 ${y - 7}Z`,
      );
    }
  }
  const stem = 'M-3 46C-2 20 -4 -10 0 -46C4 -10 2 20 3 46Z';
  const tip = 'M0 -20C-13 -30 -8 -44 0 -48C8 -44 13 -30 0 -20Z';
  return [stem, tip, ...sides.map((lobes) => lobes.join(''))].map((d) => element('path', { d })).join('');
}
