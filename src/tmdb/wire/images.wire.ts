import { z } from 'zod';
import { count, decimal, key, rowsByKey, text } from './fields.js';

const wireImage = z.object({
  file_path: key,
  aspect_ratio: decimal,
  width: count,
  height: count,
  /** Null: a picture without words. */
  iso_639_1: text,
});

export type WireImage = z.infer<typeof wireImage>;

export const imageRows = rowsByKey('file_path', wireImage);
