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

/**
 * The picture behind a bare path; null where there is none, or no path that can be put into an address. It knows less
 * than the same picture with its measures, so it has an ID of its own: caches would else mix the two.
 */
export function imageOfPath(kind: ImageKind, path: string | null): Image | null {
  if (path === null || !isImagePath(path)) return null;
  return {
    id: toGlobalId('Image', `${kind}/bare${path}`),
    kind,
    path,
    aspectRatio: usualAspectRatio[kind],
    width: null,
    height: null,
    language: null,
  };
}

export function imageOfFile(kind: ImageKind, file: ImageFile): Image {
  return {
    ...file,
    id: toGlobalId('Image', `${kind}${file.path}`),
    kind,
    aspectRatio: file.aspectRatio ?? usualAspectRatio[kind],
  };
}

/** One slash and a file name: what else TMDb might send would break `srcSet` or lead elsewhere. */
export function isImagePath(path: string): boolean {
  return /^\/[\w.-]+$/.test(path);
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
