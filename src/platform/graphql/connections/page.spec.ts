import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Connection } from './connection.types.js';
import { encodeCursor } from './cursor.js';
import { pageRequestOf } from './page.args.js';
import { pageOfArray, toConnection } from './page.js';

describe('a page of an array', () => {
  test('glued to those after it is the array', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 30 }), (all, first) => {
        const seen: number[] = [];
        let after: string | null = null;
        for (let isMore = true; isMore;) {
          const { nodes, pageInfo }: Connection<number> = connect(all, first, after);
          seen.push(...nodes);
          ({ endCursor: after, hasNextPage: isMore } = pageInfo);
        }
        expect(seen).toEqual(all);
      }),
    );
  });

  test('is empty past the end', () => {
    const after = encodeCursor({ offset: 9, recent: [] });
    expect(connect([1, 2], 20, after)).toMatchObject({
      nodes: [],
      totalCount: 2,
      pageInfo: { startCursor: null, endCursor: null, hasNextPage: false, hasPreviousPage: true },
    });
  });

  test('gives each edge its own cursor, the last of which is that of the page', () => {
    const { edges, pageInfo } = connect(['a', 'b', 'c'], 2, null);
    expect(edges.map(({ node }) => node)).toEqual(['a', 'b']);
    expect(new Set(edges.map(({ cursor }) => cursor)).size).toBe(2);
    expect(pageInfo).toEqual({
      startCursor: edges[0]?.cursor,
      endCursor: edges[1]?.cursor,
      hasNextPage: true,
      hasPreviousPage: false,
    });
  });

  test('gives its edges as often as they are asked for', () => {
    const page = connect(['a', 'b', 'c'], 2, null);
    const [first, second] = [page.edges, page.edges];
    expect(second.map(({ cursor, node }) => [cursor, node])).toEqual(first.map(({ cursor, node }) => [cursor, node]));
  });
});

test('a page has 20 rows where nobody says how many', () => {
  expect(pageRequestOf({})).toEqual({ first: 20, start: { offset: 0, recent: [] }, isContinued: false });
  expect(pageRequestOf({ first: null, after: null }).first).toBe(20);
});

test.each([0, -1, 101])('a page can not have %d rows', (first) => {
  expect(() => pageRequestOf({ first })).toThrow(`\`first\` is ${first}; it goes from 1 to 100.`);
});

function connect<T>(all: readonly T[], first: number, after: string | null) {
  return toConnection(pageOfArray(all, pageRequestOf({ first, after })), (node) => ({ node }));
}
