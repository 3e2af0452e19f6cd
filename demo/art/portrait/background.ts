import { pick } from '../../catalogue/seeded-random.js';
import { mix } from '../colour.js';
import { circle, data, outline, path, type Point, rect } from '../svg.js';

const designs: readonly ((colour: string, soft: string) => string)[] = [
  (colour) => circle(200, 260, 168, colour),
  (colour, soft) => circle(200, 262, 190, soft) + circle(200, 262, 142, colour),
  (colour) => path(data`M40 600V240A160 160 0 0 1 360 240V600Z`, colour),
  (colour, soft) => rect(0, 0, 200, 600, colour) + circle(200, 250, 120, soft),
  (colour, soft) =>
    [0, 1, 2, 3, 4, 5, 6].map((row) => rect(0, row * 86, 400, 43, row % 2 === 0 ? colour : soft)).join(''),
  (colour) =>
    Array.from({ length: 12 }, (_, ray) => path(outline([[200, 270], rayEnd(ray), rayEnd(ray + 0.5)]), colour)).join(
      '',
    ),
  (colour, soft) =>
    path(
      outline([
        [0, 0],
        [400, 0],
        [0, 600],
      ]),
      colour,
    ) + circle(292, 150, 66, soft),
  (colour) => rect(46, 52, 308, 548, colour),
];

/** Plain shapes behind a bust, 400 by 600. */
export function drawBackground(random: () => number, ground: string, colour: string): string {
  return rect(0, 0, 400, 600, ground) + pick(random, designs)(mix(ground, colour, 0.85), mix(ground, colour, 0.45));
}

/** Where a ray leaves the picture; there are twelve in a turn. */
function rayEnd(ray: number): Point {
  const angle = (ray * Math.PI) / 6;
  return [200 + Math.cos(angle) * 520, 270 + Math.sin(angle) * 520];
}
