import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, encodeCursor } from './cursor.js';
import type { Page } from './page.js';
import { type PagedList, readPagedList } from './paged-list.js';

const pageSize = 5;
const lastPage = 6;

/** How a page of a source differs from a full page of fresh rows. */
const pageShapes = fc.array(
  fc.record({
    /** Rows of the page before that come again at its head. */
    repeated: fc.nat(3),
    /** Rows that it is short of. */
    missing: fc.nat(2),
  }),
  { maxLength: 9 },
);

type PageShape = { readonly repeated: number; readonly missing: number };

interface Source extends PagedList<number> {
  readonly asked: number[];
  /** What a reader should see, in order. */
  readonly shown: number[];
}

/** A source of numbers; every number that `hides` is not to be shown. */
function sourceOf(shapes: readonly PageShape[], hides: (row: number) => boolean): Source {
  let next = 1;
  const pages: number[][] = [];
  for (const { repeated, missing } of shapes) {
    const rows = repeated === 0 ? [] : (pages.at(-1) ?? []).slice(-repeated);
    while (rows.length < pageSize - missing) rows.push((next += 1));
    pages.push(rows);
  }
  const asked: number[] = [];
  const totalRows = Math.max(0, pages.length - 1) * pageSize + (pages.at(-1)?.length ?? 0);
  return {
    pageSize,
    lastPage,
    asked,
    shown: [...new Set(pages.slice(0, lastPage).flat())].filter((row) => !hides(row)),
    idOf: (row) => row,
    keeps: (row) => !hides(row),
    read: async (page) => {
      asked.push(page);
      return { rows: pages[page - 1] ?? [], totalPages: pages.length, totalRows };
    },
  };
}

/** Reads a list to its end as a client does, by `endCursor`, in pages of the sizes in turn. */
async function readAll(list: PagedList<number>, sizes: readonly number[]): Promise<Page<number>[]> {
  const pages: Page<number>[] = [];
  let start = decodeCursor(encodeCursor({ offset: 0, recent: [] }));
  for (let isMore = true; isMore;) {
    const first = sizes[pages.length % sizes.length] ?? 1;
    const page = await readPagedList(list, { first, start, isContinued: pages.length > 0 });
    pages.push(page);
    const last = page.rows.at(-1);
    if (last !== undefined) start = decodeCursor(encodeCursor(last.end));
    isMore = page.hasNextPage && last !== undefined;
  }
  return pages;
}

const rowsOf = (pages: readonly Page<number>[]): number[] => pages.flatMap(({ rows }) => rows.map(({ row }) => row));

const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });
const divisors = fc.constantFrom(2, 3, 7, 1000);

describe('pages of any sizes', () => {
  test('glued together are the list, each row once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(pageShapes, sizes, divisors, async (shapes, firsts, divisor) => {
        const source = sourceOf(shapes, (row) => row % divisor === 0);
        expect(rowsOf(await readAll(source, firsts))).toEqual(source.shown);
      }),
      { numRuns: 500 },
    );
  });

  test('are full until the last, which alone says that nothing follows', async () => {
    await fc.assert(
      fc.asyncProperty(pageShapes, sizes, divisors, async (shapes, firsts, divisor) => {
        const pages = await readAll(
          sourceOf(shapes, (row) => row % divisor === 0),
          firsts,
        );
        pages.forEach(({ rows, hasNextPage }, index) => {
          expect(hasNextPage).toBe(index < pages.length - 1);
          const first = firsts[index % firsts.length] ?? 1;
          // What is left when a page was full may all be hidden: then one empty page tells so.
          if (hasNextPage) expect(rows).toHaveLength(first);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('never ask for a page beyond the last one that the source serves', async () => {
    await fc.assert(
      fc.asyncProperty(pageShapes, sizes, async (shapes, firsts) => {
        const source = sourceOf(shapes, () => false);
        await readAll(source, firsts);
        expect(Math.max(...source.asked)).toBeLessThanOrEqual(lastPage);
      }),
    );
  });

  test('ask for each page of the source once when they are as large as its pages', async () => {
    const source = sourceOf(
      Array.from({ length: 6 }, () => ({ repeated: 0, missing: 0 })),
      () => false,
    );
    await readAll(source, [pageSize]);
    expect(source.asked).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('a list like those of TMDb', () => {
  const asked: number[] = [];
  const endless: PagedList<number> = {
    pageSize: 20,
    lastPage: 500,
    idOf: (row) => row,
    keeps: () => true,
    read: async (page) => {
      asked.push(page);
      const rows = Array.from({ length: 20 }, (_, index) => page * 1000 + index);
      return { rows, totalPages: 38_029, totalRows: 760_569 };
    },
  };
  const from = (offset: number, first: number) =>
    readPagedList(endless, { first, start: { offset, recent: [] }, isContinued: true });

  test('counts 10,000 rows, however many the source claims', async () => {
    expect((await from(0, 1)).totalCount).toBe(10_000);
  });

  test('goes on up to the 10,000th row', async () => {
    expect(await from(9989, 10)).toMatchObject({ hasNextPage: true });
  });

  test('ends with the 10,000th row', async () => {
    const before = asked.length;
    const page = await from(9990, 100);
    expect(page.rows).toHaveLength(10);
    expect(page.hasNextPage).toBe(false);
    expect(asked.slice(before)).toEqual([500]);
  });

  test('is empty beyond its end, and page 501 is not asked for', async () => {
    const page = await from(10_000, 20);
    expect(page).toMatchObject({ rows: [], hasNextPage: false, totalCount: 10_000 });
    expect(Math.max(...asked)).toBe(500);
  });

  test('reads the pages that a large page needs side by side, and no more', async () => {
    const before = asked.length;
    await from(0, 100);
    expect(asked.slice(before)).toEqual([1, 2, 3, 4, 5]);
  });
});

test('a row that was shown on the page before is dropped by what the cursor remembers', async () => {
  const list: PagedList<string> = {
    pageSize: 2,
    lastPage: 500,
    idOf: (row) => row.charCodeAt(0),
    keeps: () => true,
    read: async () => ({ rows: ['b', 'c'], totalPages: 2, totalRows: 4 }),
  };
  const start = { offset: 2, recent: [97, 98] };
  const { rows } = await readPagedList(list, { first: 2, start, isContinued: true });
  expect(rows.map(({ row }) => row)).toEqual(['c']);
});
