import { languageCode, positive } from '../tmdb/reading/value.js';
import type { WireImage } from '../tmdb/wire/images.wire.js';
import { type ImageFile, isImagePath } from './image.mapper.js';

/** The usable pictures among rows, in their order. */
export function imageFilesOf(rows: readonly WireImage[]): ImageFile[] {
  return rows.filter((row) => isImagePath(row.file_path)).map(imageFileOf);
}

function imageFileOf(row: WireImage): ImageFile {
  return {
    path: row.file_path,
    aspectRatio: positive(row.aspect_ratio),
    width: positive(row.width),
    height: positive(row.height),
    language: languageCode(row.iso_639_1),
  };
}
