import { integerBetween, pick, seededRandom } from '../catalogue/seeded-random.js';
import { contrast, luminance, mix } from './colour.js';
import { grain } from './grain.js';
import { type Palette, palettes } from './palette.js';
import { drawBackground } from './portrait/background.js';
import { drawClothes } from './portrait/clothes.js';
import { drawFace, drawNeck } from './portrait/face.js';
import { drawGlasses, drawHat } from './portrait/extras.js';
import { hairstyles } from './portrait/hair.js';
import { idOf, type Subject } from './subject.js';
import { group, svgDocument } from './svg.js';

const WIDTH = 400;
const HEIGHT = 600;

/** A wordless bust of 2:3 in flat colours. The title (a name) gives the looks, so that two portraits of one person match. */
export function drawPortrait({ title, seed }: Subject, width: number): string {
  const id = idOf('portrait', seed);
  const looks = seededRandom(`looks ${title}`);
  const random = seededRandom(`portrait ${seed}`);
  const palette = pick(random, palettes);
  const { ground, behind, hair, clothes, detail } = colours(palette, random);
  const tone = skinOf(palette, [ground, behind, clothes, hair], random);
  const hairstyle = pick(looks, hairstyles);
  const head = { x: 200, y: 262, rx: 74 + integerBetween(looks, -5, 5), ry: 98 + integerBetween(looks, -5, 6) };
  const styled = hairstyle(head, hair);
  const extra = looks();
  const isMirrored = random() < 0.5;
  const bust = [
    styled.behind,
    drawClothes(random, clothes, detail, tone),
    drawNeck(tone),
    drawFace(head, tone, id),
    styled.front,
    extra < 0.16 ? drawGlasses(head, palette.ink) : '',
    extra > 0.9 && styled.hatFits !== false ? drawHat(head, detail, palette.ink) : '',
  ];
  const turned = group({ transform: isMirrored ? `matrix(-1 0 0 1 ${WIDTH} 0)` : undefined }, ...bust);
  const content = drawBackground(random, ground, behind) + turned + grain(WIDTH, HEIGHT, id);
  return svgDocument(WIDTH, HEIGHT, width, content);
}

/** A printer's colour, not a person's: the pictures make no claim about how anybody looks. */
function skinOf({ paper, hues }: Palette, others: readonly string[], random: () => number): string {
  const lightest = hues.toSorted((a, b) => luminance(b) - luminance(a))[0] ?? paper;
  const tones = [paper, mix(paper, lightest, 0.4), mix(paper, lightest, 0.7), lightest];
  const clear = tones.filter((tone) => others.every((other) => contrast(tone, other) >= 1.25));
  return clear.length > 0 ? pick(random, clear) : mix(paper, lightest, 0.4);
}

function colours(palette: Palette, random: () => number) {
  const [ground, behind, third] = pick(random, orders).map((index) => palette.hues[index]) as [string, string, string];
  const hair = random() < 0.72 || contrast(ground, third) < 1.5 ? palette.ink : third;
  const clothes = hair === third ? palette.ink : pick(random, [third, palette.paper, palette.ink]);
  const detail = [palette.paper, behind, third].find((colour) => contrast(colour, clothes) >= 1.6) ?? palette.ink;
  return { ground, behind, hair, clothes, detail };
}

const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;
