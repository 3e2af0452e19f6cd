/** What an id of 24 hexadecimal digits belongs to; the first two digits say it. */
export type ObjectKind = 'cast' | 'crew' | 'video' | 'review' | 'logo';

const prefixes: Record<ObjectKind, string> = { cast: 'c0', crew: 'c1', video: 'd0', review: 'e0', logo: 'f0' };

/** An id of 24 hexadecimal digits, unique for its kind, owner and index. */
export function objectId(kind: ObjectKind, ownerId: number, index: number): string {
  return prefixes[kind] + ownerId.toString(16).padStart(14, '0') + index.toString(16).padStart(8, '0');
}
