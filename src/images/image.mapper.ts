import { toGlobalId } from '../platform/graphql/nodes/global-id.js';
import { usualAspectRatio } from './image-sizes.js';
import type { Image, ImageKind } from './image.model.js';

/** What is cached of a picture. */
export interface ImageFile {
  readonly path: string;
  readonly aspectRatio: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly language: string | null;
}

/** The picture behind a bare path; null where there is none. */
export function imageOfPath(kind: ImageKind, path: string | null): Image | null {
  return path === null
    ? null
    : imageOfFile(kind, { path, aspectRatio: null, width: null, height: null, language: null });
}

export function imageOfFile(kind: ImageKind, file: ImageFile): Image {
  return {
    ...file,
    id: toGlobalId('Image', file.path),
    kind,
    aspectRatio: file.aspectRatio ?? usualAspectRatio[kind],
  };
}

/** The pictures of one kind, or of all, in the order of the groups. */
export function imagesOfKinds(
  groups: Partial<Record<ImageKind, readonly ImageFile[]>>,
  kind: ImageKind | null | undefined,
): Image[] {
  const kinds = Object.keys(groups) as ImageKind[];
  return kinds
    .filter((of) => !kind || kind === of)
    .flatMap((of) => (groups[of] ?? []).map((file) => imageOfFile(of, file)));
}
