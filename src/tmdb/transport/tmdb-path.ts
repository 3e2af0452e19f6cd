/** A path below TMDb's base address. Only `tmdbPath` makes one, so that nothing unencoded gets into an address. */
export interface TmdbPath {
  /** Encoded, with the slash in front: `/movie/603/images`. */
  readonly text: string;
  /** The same for all films, for logs and counts: `movie/{id}/images`. */
  readonly family: string;
  readonly brand: typeof brand;
}

const brand = Symbol('TmdbPath');

/**
 * Tag of a path template: each part put in is encoded as one segment.
 *
 * @throws RangeError for a part that an address would swallow: empty, `.` or `..`.
 */
export function tmdbPath(literals: TemplateStringsArray, ...parts: readonly (string | number)[]): TmdbPath {
  const text = literals.reduce((path, literal, index) => path + encodeSegment(parts[index - 1]) + literal);
  return { text, family: literals.join('{id}').replace(/^\//, ''), brand };
}

function encodeSegment(part: string | number | undefined): string {
  const segment = String(part ?? '');
  if (/^\.{0,2}$/.test(segment)) throw new RangeError('A part of a TMDb path is empty or made of dots');
  return encodeURIComponent(segment);
}
