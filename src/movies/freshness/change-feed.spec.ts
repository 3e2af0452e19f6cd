import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { AppConfig } from '../../config/app-config.js';
import { ChangeMarks } from './change-marks.js';
import type { ClusterTask, ClusterTasks } from '../../platform/cluster/cluster-tasks.js';
import { Cluster } from '../../platform/cluster/cluster.service.js';
import type { TmdbClient } from '../../tmdb/tmdb.client.js';
import { ChangeFeed } from './change-feed.js';

const start = Date.parse('2026-06-15T12:00:00Z');
const running = new AbortController().signal;
let now = start;

beforeEach(() => {
  now = start;
});

function setUp(changeFeedSeconds: number | undefined = 60) {
  const tasks: ClusterTask[] = [];
  const add = (task: ClusterTask): void => void tasks.push(task);
  const pages = jest.fn<TmdbClient['movieChanges']>();
  const marks = new ChangeMarks({ kind: 'movie', intervalMs: 60_000, now: () => now });
  const cluster = new Cluster({});
  const published: string[] = [];
  cluster.watch('changes:movie', (text) => published.push(text));
  new ChangeFeed(
    { movieChanges: pages } as Partial<TmdbClient> as TmdbClient,
    marks,
    cluster,
    { add } as Partial<ClusterTasks> as ClusterTasks,
    { freshness: { changeFeedSeconds, warmLocales: [] } } as Partial<AppConfig> as AppConfig,
  ).onModuleInit();
  return { tasks, pages, marks, published, poll: (signal = running) => tasks[0]!.work(signal) };
}

/** A page that names films, of so many pages. */
function page(total: number | null, ...ids: number[]) {
  return { results: ids.map((id) => ({ id })), total_pages: total, total_results: null };
}

describe('ChangeFeed', () => {
  test('is off unless it is configured', () => {
    const feed = setUp();
    expect(feed.tasks).toMatchObject([{ name: 'change-feed', everyMs: 60_000 }]);
    const tasks: unknown[] = [];
    const off = { freshness: { changeFeedSeconds: undefined } } as AppConfig;
    const none = undefined as never;
    new ChangeFeed(none, none, none, { add: (task: unknown) => tasks.push(task) } as never, off).onModuleInit();
    expect(tasks).toEqual([]);
  });

  test('marks what any of the pages names, and tells all', async () => {
    const { pages, marks, published, poll } = setUp();
    pages.mockResolvedValueOnce(page(1));
    await poll();
    now += 60_000;
    pages.mockResolvedValueOnce(page(2, 1, 2)).mockResolvedValueOnce(page(2, 2, 3));
    await poll();
    expect(pages.mock.calls).toEqual([[1], [1], [2]]);
    expect([1, 2, 3, 4].map((id) => marks.since(`movie:${id}`, start))).toEqual(['due', 'due', 'due', 'unchanged']);
    expect(published.at(-1)).toBe(marks.snapshot());
  });

  test.each<[string, (pages: ReturnType<typeof setUp>['pages']) => unknown]>([
    ['a page fails', (pages) => pages.mockResolvedValueOnce(page(2, 1)).mockRejectedValueOnce(new Error('down'))],
    ['nothing says how many pages there are', (pages) => pages.mockResolvedValueOnce(page(null, 1))],
    ['there are more pages than TMDb gives', (pages) => pages.mockResolvedValueOnce(page(501, 1))],
  ])('keeps what was known when %s', async (_, spoil) => {
    const { pages, marks, published, poll } = setUp();
    pages.mockResolvedValueOnce(page(1));
    await poll();
    const before = marks.snapshot();
    now += 60_000;
    spoil(pages);
    await expect(poll()).rejects.toThrow();
    expect([marks.snapshot(), published]).toEqual([before, [before]]);
  });

  test('ends between two pages when the process does', async () => {
    const { pages, poll } = setUp();
    const ending = new AbortController();
    pages.mockImplementation(async () => {
      ending.abort();
      return page(3, 1);
    });
    await expect(poll(ending.signal)).rejects.toThrow();
    expect(pages).toHaveBeenCalledTimes(1);
  });
});
