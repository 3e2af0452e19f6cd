import { pick, seededRandom } from '../catalogue/seeded-random.js';
import { contrast } from './colour.js';
import { emblems } from './emblem.js';
import { palettes, readableOn } from './palette.js';
import type { Subject } from './subject.js';
import { rect, svgDocument } from './svg.js';
import { drawTitle } from './title-block.js';
import { chooseFace } from './typeface.js';
import { typeset } from './typesetting.js';

// Colours for a transparent ground: 3:1 or better on black, and on white nearly so.
const hues = palettes.flatMap((palette) => palette.hues);
const standalone = hues.filter((hue) => contrast(hue, '#ffffff') >= 2.8 && contrast(hue, '#000000') >= 3.4);

/** A film's title as a mark, 1200 by 480 on a transparent ground. */
export function drawLogo({ title, seed }: Subject, width: number): string {
  const random = seededRandom(`logo ${seed}`);
  const face = chooseFace(title, random);
  const colour = pick(random, standalone);
  const set = typeset(title, face, { width: 1120, height: 380, maxSize: 230 });
  const y = (480 - set.height) / 2;
  const rule =
    random() < 0.4 && set.height < 300
      ? [-40, set.height + 28].map((shift) => rect(450, y + shift, 300, 12, colour)).join('')
      : '';
  return svgDocument(1200, 480, width, rule + drawTitle(set, 600, y, colour, 'middle'));
}

/** A company's mark, 800 by 320 on a transparent ground: an emblem and the name. */
export function drawCompany({ title, seed }: Subject, width: number): string {
  const random = seededRandom(`company mark ${seed}`);
  const colour = pick(random, standalone);
  const emblem = pick(random, emblems)(150, 160, 106, colour, '#ffffff');
  const set = typeset(title, chooseFace(title, random), { width: 470, height: 220, maxSize: 96 });
  return svgDocument(800, 320, width, emblem + drawTitle(set, 298, (320 - set.height) / 2, colour, 'start'));
}

/** The square icon of a streaming service: an emblem on a coloured ground. */
export function drawProvider({ seed }: Subject, width: number): string {
  const random = seededRandom(`icon ${seed}`);
  const palette = pick(random, palettes);
  const ground = pick(random, palette.hues);
  const colour = readableOn(ground, [palette.paper, palette.ink]);
  const emblem = pick(random, emblems)(200, 200, 116, colour, ground);
  return svgDocument(400, 400, width, rect(0, 0, 400, 400, ground) + emblem);
}
