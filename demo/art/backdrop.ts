import { pick, seededRandom } from '../catalogue/seeded-random.js';
import { compositions } from './composition-list.js';
import { grain } from './grain.js';
import { handOut, palettes } from './palette.js';
import { idOf, type Subject } from './subject.js';
import { svgDocument } from './svg.js';

const WIDTH = 960;
const HEIGHT = 540;

/** A wordless scene of 16:9. */
export function drawBackdrop({ seed }: Subject, width: number): string {
  const id = idOf('backdrop', seed);
  const random = seededRandom(`backdrop ${seed}`);
  const tones = handOut(pick(random, palettes), random);
  const scene = pick(random, compositions)({ width: WIDTH, height: HEIGHT, tones, random, id });
  return svgDocument(WIDTH, HEIGHT, width, scene.shapes + grain(WIDTH, HEIGHT, id));
}
