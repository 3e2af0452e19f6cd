import { pick, seededRandom } from '../catalogue/seeded-random.js';
import { compositions } from './composition-list.js';
import { grain } from './grain.js';
import { handOut, type Palette, palettes, readableOn } from './palette.js';
import { idOf, type Subject } from './subject.js';
import { panel, rect, svgDocument } from './svg.js';
import { chooseFace } from './typeface.js';
import { type SetTitle, typeset } from './typesetting.js';
import { type Alignment, drawCaption, drawTitle } from './title-block.js';

const WIDTH = 400;
const HEIGHT = 600;
const MARGIN = 30;

/** A plan for art and words; `draw` gets the art's painter, which fills any rectangle. */
interface Sheet {
  paint: (width: number, height: number) => { shapes: string; top: string; bottom: string };
  palette: Palette;
  title: SetTitle;
  subtitle: string;
  alignment: Alignment;
}

type Layout = (sheet: Sheet) => string;

const layouts: readonly Layout[] = [wordsBelow, wordsBelow, wordsAbove, framed, framed, band];

/** A poster of 2:3: a composition, and the title on plain colour beside it. */
export function drawPoster(subject: Subject, width: number): string {
  const id = idOf('poster', subject.seed);
  const random = seededRandom(`poster ${subject.seed}`);
  const palette = pick(random, palettes);
  const tones = handOut(palette, random);
  const composition = pick(random, compositions);
  const layout = pick(random, layouts);
  const alignment = pick(random, ['start', 'middle'] as const);
  const art = String(random());
  const paint = (across: number, down: number) =>
    composition({ width: across, height: down, tones, random: seededRandom(art), id });
  if (subject.title === '')
    return svgDocument(WIDTH, HEIGHT, width, paint(WIDTH, HEIGHT).shapes + grain(WIDTH, HEIGHT, id));
  const face = chooseFace(subject.title, random);
  const room = { width: WIDTH - MARGIN * 2, height: 158, maxSize: Array.from(subject.title).length <= 3 ? 136 : 92 };
  const title = typeset(subject.title, face, room);
  const sheet = { paint, palette, title, subtitle: subject.subtitle ?? '', alignment };
  return svgDocument(WIDTH, HEIGHT, width, layout(sheet) + grain(WIDTH, HEIGHT, id));
}

/** The art runs to three edges, and its lowest colour goes on behind the words. */
function wordsBelow({ paint, palette, title, subtitle, alignment }: Sheet): string {
  const zone = zoneHeight(title, subtitle);
  const scene = paint(WIDTH, HEIGHT - zone);
  const ground = rect(0, HEIGHT - zone - 1, WIDTH, zone + 1, scene.bottom);
  const art = panel(0, 0, WIDTH, HEIGHT - zone, scene.shapes);
  return art + ground + words({ palette, title, subtitle, alignment }, HEIGHT - zone + 22, scene.bottom);
}

function wordsAbove({ paint, palette, title, subtitle, alignment }: Sheet): string {
  const zone = zoneHeight(title, subtitle) + 8;
  const scene = paint(WIDTH, HEIGHT - zone);
  const ground = rect(0, 0, WIDTH, zone + 1, scene.top);
  const art = panel(0, zone, WIDTH, HEIGHT - zone, scene.shapes);
  return art + ground + words({ palette, title, subtitle, alignment }, 36, scene.top);
}

/** The art as a print on paper, with a margin all round. */
function framed({ paint, palette, title, subtitle, alignment }: Sheet): string {
  const zone = zoneHeight(title, subtitle);
  const [across, down] = [WIDTH - MARGIN * 2, HEIGHT - zone - MARGIN];
  const scene = paint(across, down);
  const sheet = scene.top === palette.paper || scene.bottom === palette.paper ? palette.ink : palette.paper;
  const art = panel(MARGIN, MARGIN, across, down, scene.shapes);
  return (
    rect(0, 0, WIDTH, HEIGHT, sheet) + art + words({ palette, title, subtitle, alignment }, HEIGHT - zone + 20, sheet)
  );
}

/** A band in a colour of its own below the art. */
function band({ paint, palette, title, subtitle, alignment }: Sheet): string {
  const zone = zoneHeight(title, subtitle) + 6;
  const scene = paint(WIDTH, HEIGHT - zone);
  const colours = [...palette.hues, palette.paper, palette.ink].filter(
    (colour) => colour !== scene.bottom && colour !== scene.top,
  );
  const ground = colours[title.lines.length % colours.length] ?? palette.ink;
  const art = panel(0, 0, WIDTH, HEIGHT - zone, scene.shapes);
  return (
    rect(0, HEIGHT - zone, WIDTH, zone, ground) +
    art +
    words({ palette, title, subtitle, alignment }, HEIGHT - zone + 26, ground)
  );
}

function zoneHeight(title: SetTitle, subtitle: string): number {
  return Math.round(Math.max(118, title.height + 52 + (subtitle === '' ? 0 : 26)));
}

function words({ palette, title, subtitle, alignment }: Omit<Sheet, 'paint'>, y: number, ground: string): string {
  const x = alignment === 'middle' ? WIDTH / 2 : MARGIN;
  const colour = readableOn(ground, [palette.hues[1], palette.hues[0], palette.paper, palette.ink]);
  const plain = readableOn(ground, [palette.paper, palette.ink]);
  const caption = subtitle === '' ? '' : drawCaption(subtitle, x, y + title.height + 25, 15, plain, alignment);
  return drawTitle(title, x, y, colour, alignment) + caption;
}
