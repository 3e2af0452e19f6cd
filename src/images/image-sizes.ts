import { ImageKind, ImageSize } from './image.model.js';

type Widths = Record<ImageSize, string>;

/**
 * TMDb's size names by kind. Each is one that its image servers offer for the kind; an `h` names a height instead of
 * a width. They have not changed in years, so they are not asked for.
 */
export const imageSizes: Record<ImageKind, Widths> = {
  POSTER: { THUMBNAIL: 'w92', SMALL: 'w185', MEDIUM: 'w500', LARGE: 'w780', ORIGINAL: 'original' },
  BACKDROP: { THUMBNAIL: 'w300', SMALL: 'w300', MEDIUM: 'w780', LARGE: 'w1280', ORIGINAL: 'original' },
  LOGO: { THUMBNAIL: 'w45', SMALL: 'w92', MEDIUM: 'w185', LARGE: 'w500', ORIGINAL: 'original' },
  PORTRAIT: { THUMBNAIL: 'w45', SMALL: 'w185', MEDIUM: 'w185', LARGE: 'h632', ORIGINAL: 'original' },
};

/** The sizes that have a width, for `srcset`, narrow to wide. */
export const imageWidths: Record<ImageKind, readonly number[]> = {
  POSTER: [92, 154, 185, 342, 500, 780],
  BACKDROP: [300, 780, 1280],
  LOGO: [45, 92, 154, 185, 300, 500],
  PORTRAIT: [45, 185],
};

/** The shape of a kind, for pictures that come without measures. */
export const usualAspectRatio: Record<ImageKind, number | null> = {
  POSTER: 0.667,
  BACKDROP: 1.778,
  LOGO: null,
  PORTRAIT: 0.667,
};
