/** A page of a shelf as it was read, before its entries became nodes. */
export interface ShelfPage<Entry> extends CountedPage<Entry> {
  /** Of how many entries the catalogue could tell; null where it was not asked. */
  readonly coveredCount: number | null;
}

/** A page whose list is counted when somebody wants to know. */
export interface CountedPage<Row> {
  readonly rows: readonly { readonly row: Row; readonly cursor: string }[];
  readonly hasNextPage: boolean;
  /** Whether the page begins after a cursor. */
  readonly isContinued: boolean;
  readonly countAll: () => Promise<number>;
}
