import { describe, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { AppConfig } from '../../config/app-config.js';
import type { GenresService } from '../../genres/genres.service.js';
import type { ClusterTask, ClusterTasks } from '../../platform/cluster/cluster-tasks.js';
import type { MovieListsService } from '../lists/movie-lists.service.js';
import { ListWarmer } from './list-warmer.js';

Logger.overrideLogger(false);

function setUp(...warmLocales: string[]) {
  const asked: string[] = [];
  const tasks: ClusterTask[] = [];
  const read = jest.fn<MovieListsService['read']>(async (list, { locale, region, isRegionNamed }, { first, start }) => {
    asked.push(`${list} ${locale} ${region} ${isRegionNamed} ${first} ${start.offset}`);
    return null as never;
  });
  const findAll = async ({ locale, region }: { locale: string; region: string }) => {
    asked.push(`genres ${locale} ${region}`);
    return [];
  };
  new ListWarmer(
    { read } as Partial<MovieListsService> as MovieListsService,
    { findAll } as Partial<GenresService> as GenresService,
    { add: (task: ClusterTask) => void tasks.push(task) } as Partial<ClusterTasks> as ClusterTasks,
    { cache: { ttlSeconds: 300 }, freshness: { warmLocales } } as unknown as AppConfig,
  ).onModuleInit();
  const ending = new AbortController();
  return { asked, tasks, read, ending, warm: () => tasks[0]!.work(ending.signal) };
}

describe('ListWarmer', () => {
  test('is off unless it is told locales', () => {
    expect(setUp().tasks).toEqual([]);
    expect(setUp('en').tasks).toMatchObject([{ name: 'list-warmer', everyMs: 150_000 }]);
  });

  test('reads the first page of the lists, and the genres, in each locale as visitors of it do', async () => {
    const { asked, warm } = setUp('pt-BR', 'fr');
    await warm();
    expect(asked).toEqual([
      'POPULAR pt-BR BR false 20 0',
      'TOP_RATED pt-BR BR false 20 0',
      'NOW_PLAYING pt-BR BR false 20 0',
      'UPCOMING pt-BR BR false 20 0',
      'genres pt-BR BR',
      'POPULAR fr US false 20 0',
      'TOP_RATED fr US false 20 0',
      'NOW_PLAYING fr US false 20 0',
      'UPCOMING fr US false 20 0',
      'genres fr US',
    ]);
  });

  test('reads the others when one fails', async () => {
    const { asked, read, warm } = setUp('fr');
    read.mockRejectedValueOnce(new Error('down'));
    await warm();
    expect(asked).toHaveLength(4);
  });

  test('ends between two reads when the process does', async () => {
    const { read, ending, warm } = setUp('fr');
    read.mockImplementationOnce(async () => {
      ending.abort();
      return null as never;
    });
    await expect(warm()).rejects.toThrow();
    expect(read).toHaveBeenCalledTimes(1);
  });
});
