import { drawBackdrop } from './backdrop.js';
import { drawCompany, drawLogo, drawProvider } from './mark.js';
import { drawPortrait } from './portrait.js';
import { drawPoster } from './poster.js';
import type { Subject } from './subject.js';

export type PictureKind = 'poster' | 'backdrop' | 'portrait' | 'logo' | 'provider' | 'company';

const painters: Record<PictureKind, (subject: Subject, width: number) => string> = {
  poster: drawPoster,
  backdrop: drawBackdrop,
  portrait: drawPortrait,
  logo: drawLogo,
  provider: drawProvider,
  company: drawCompany,
};

/**
 * A complete SVG document of under 8 kB, the same for the same kind and subject on every machine. `width` in pixels
 * sets the size it is shown at; posters and portraits are 2:3, backdrops 16:9, logos and companies 5:2, providers square.
 */
export function drawPicture(kind: PictureKind, subject: Subject, width: number): string {
  return painters[kind](subject, width);
}
