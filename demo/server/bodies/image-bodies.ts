import type { Picture } from '../../catalogue/pictures.js';
import { seededRandom } from '../../catalogue/seeded-random.js';
import { baseLanguage } from '../localise.js';

/** A picture as an item of `posters`, `backdrops`, `logos` or `profiles`. */
export function imageBody(picture: Picture) {
  const random = seededRandom(`votes ${picture.path}`);
  return {
    aspect_ratio: Number((picture.width / picture.height).toFixed(3)),
    height: picture.height,
    iso_639_1: picture.language,
    file_path: picture.path,
    vote_average: Number((5 + random()).toFixed(3)),
    vote_count: Math.floor(random() * 40),
    width: picture.width,
  };
}

/**
 * Whether a language passes the filter of a query: `include` (a comma list, `null` for none) when it is given,
 * else `language`, else everything.
 */
export function languageFilter(include: string | undefined, language: string | undefined) {
  const wanted = (include ?? language)?.split(',').map((tag) => baseLanguage(tag.trim()));
  return (candidate: string | null): boolean => wanted === undefined || wanted.includes(candidate ?? 'null');
}
