import type { KeysetPosition } from '../../platform/graphql/connections/keyset-cursor.js';

/** A row with what it is sorted by. */
export interface SortedRow<Row> extends KeysetPosition {
  readonly row: Row;
}

type Compare<T> = (one: T, other: T) => number;

/** The order that SQL gives: rows without a value last, whatever the direction, and equal ones by id. */
export function orderOf(isDescending: boolean, compareTexts: Compare<string> = compareBytes): Compare<KeysetPosition> {
  const direction = isDescending ? -1 : 1;
  return ({ value: one, id: oneId }, { value: other, id: otherId }) => {
    if (one === null || other === null) {
      if (one !== other) return one === null ? 1 : -1;
      return direction * compareBytes(oneId, otherId);
    }
    const byValue = typeof one === 'number' ? one - Number(other) : compareTexts(one, String(other));
    return direction * (byValue || compareBytes(oneId, otherId));
  };
}

/** The page after a position, and whether more follow. */
export function pageAfter<Row>(
  rows: readonly SortedRow<Row>[],
  order: Compare<KeysetPosition>,
  after: KeysetPosition | null,
  first: number,
): { readonly rows: readonly SortedRow<Row>[]; readonly hasNextPage: boolean } {
  const following = after === null ? rows : rows.filter((row) => order(row, after) > 0);
  const page = following.toSorted(order).slice(0, first);
  return { rows: page, hasNextPage: following.length > first };
}

function compareBytes(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
