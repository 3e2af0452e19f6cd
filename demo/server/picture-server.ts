import { drawPicture } from '../art/draw-picture.js';
import {
  backdropsOf,
  logoOfProvider,
  logosOf,
  logosOfCompany,
  type Picture,
  picturesOfCollection,
  portraitsOf,
  postersOf,
} from '../catalogue/pictures.js';
import type { Catalogue } from '../catalogue/model.js';
import { jsonReply, type Reply, textReply } from './reply.js';
import { TmdbError } from './tmdb-error.js';

const ONE_YEAR_SECONDS = 31_536_000;

const sizes = new Set(['w45', 'w92', 'w154', 'w185', 'w300', 'w342', 'w500', 'w780', 'w1280', 'h632', 'original']);

/** Draws the catalogue's pictures in the sizes of `/configuration`. */
export class PictureServer {
  private pictures: ReadonlyMap<string, Picture> | undefined;

  constructor(private readonly catalogue: Catalogue) {}

  /** The answer to a path after `/t/p`, such as `/w500/1000000001-poster-en.svg`; 404 for an unknown size or file. */
  answer(path: string): Reply {
    const [, size = '', file = ''] = /^\/([^/]+)(\/[^/]+)$/.exec(path) ?? [];
    this.pictures ??= picturesByPath(this.catalogue);
    const picture = this.pictures.get(file);
    if (picture === undefined || !sizes.has(size)) return jsonReply(404, new TmdbError(34).body, 0);
    return textReply(
      200,
      drawPicture(picture.kind, picture, widthIn(size, picture)),
      'image/svg+xml',
      ONE_YEAR_SECONDS,
    );
  }
}

/** The width in pixels of a size such as `w500`, `h632` or `original`. */
function widthIn(size: string, { width, height }: Picture): number {
  const pixels = Number(size.slice(1));
  if (size.startsWith('w')) return pixels;
  if (size.startsWith('h')) return Math.round((pixels * width) / height);
  return width;
}

function picturesByPath({ films, people, collections, companies, reference }: Catalogue): Map<string, Picture> {
  const pictures = [
    ...films.flatMap((film) => [...postersOf(film), ...backdropsOf(film), ...logosOf(film)]),
    ...people.flatMap(portraitsOf),
    ...collections.flatMap((collection) => Object.values(picturesOfCollection(collection))),
    ...companies.flatMap(logosOfCompany),
    ...reference.providers.map(logoOfProvider),
  ];
  return new Map(pictures.map((picture) => [picture.path, picture]));
}
