import { languageCode, positive } from '../tmdb/reading/value.js';
import type { WireImage } from '../tmdb/wire/images.wire.js';
import type { ImageFile } from './image.mapper.js';

export function imageFileOf(row: WireImage): ImageFile {
  return {
    path: row.file_path,
    aspectRatio: positive(row.aspect_ratio),
    width: positive(row.width),
    height: positive(row.height),
    language: languageCode(row.iso_639_1),
  };
}
