import { beforeEach, describe, expect, test } from '@jest/globals';
import { historyShelf, ratingsShelf, watchlistShelf } from '../../src/library/shelves/shelves.js';
import { toGlobalId } from '../../src/platform/graphql/nodes/global-id.js';
import { byNumber, idsOf, minutesAgo, ShelfRig } from '../support/shelf-rig.js';

const shelves = ShelfRig.forSuite();

describe('What the catalogue says', () => {
  const drama = toGlobalId('Genre', 18);

  beforeEach(async () => {
    const titles = ['Zebra', 'Öster', 'Apple', 'äpple', 'apple', 'Oslo'];
    titles.forEach((title, index) =>
      shelves.catalogue.films.set(index + 1, {
        title,
        releaseDate: `20${10 + index}-01-01`,
        ...(index !== 2 && { runtime: 100 - index }),
        genreIds: index % 2 === 0 ? [18, 35] : [35],
      }),
    );
  });

  test('sorts by title as the language does, what is not held last, without a call', async () => {
    for (const tmdbId of [1, 2, 3, 4, 5, 6, 7]) await shelves.want(tmdbId);
    await shelves.catalogue.hold([1, 2, 3, 4, 6], 'sv-SE');
    shelves.statements.take();
    const page = await shelves.read(watchlistShelf, { sort: 'TITLE_ASC' }, shelves.own, 'sv-SE');
    expect(shelves.statements.take()).toHaveLength(1);
    expect(idsOf(page).slice(0, 5)).toEqual([3, 6, 1, 4, 2]);
    expect(idsOf(page).slice(5).toSorted(byNumber)).toEqual([5, 7]);
    expect(page.coveredCount).toBe(5);
    expect(await page.countAll()).toBe(7);
    expect(shelves.catalogue.calls).not.toHaveBeenCalled();
    const down = await shelves.read(watchlistShelf, { sort: 'TITLE_DESC' }, shelves.own, 'sv-SE');
    expect(idsOf(down).slice(0, 5)).toEqual([2, 4, 1, 6, 3]);
    expect(idsOf(down).slice(5).toSorted(byNumber)).toEqual([5, 7]);
    await shelves.catalogue.hold([1, 2, 3, 4, 6], 'en-US');
    expect(idsOf(await shelves.read(watchlistShelf, { sort: 'TITLE_ASC' }, shelves.own, 'en-US')).slice(0, 5)).toEqual([
      3, 4, 6, 2, 1,
    ]);
  });

  test('sorts by date and by runtime, those without last', async () => {
    for (const tmdbId of [1, 2, 3, 4, 7]) await shelves.want(tmdbId);
    await shelves.catalogue.hold([1, 2, 3, 4]);
    expect(idsOf(await shelves.read(watchlistShelf, { sort: 'RELEASE_DATE_DESC' }))).toEqual([4, 3, 2, 1, 7]);
    const page = await shelves.read(watchlistShelf, { sort: 'RUNTIME_ASC' });
    expect(idsOf(page).slice(0, 3)).toEqual([4, 2, 1]);
    expect(page.coveredCount).toBe(4);
  });

  test.each(['TITLE_ASC', 'TITLE_DESC', 'RELEASE_DATE_ASC', 'RUNTIME_DESC'] as const)(
    'is paged without repeats or gaps (%s)',
    async (sort) => {
      // Equal titles, unknown ones and several viewings of one film.
      for (let tmdbId = 1; tmdbId <= 9; tmdbId += 1) {
        if (tmdbId < 8)
          shelves.catalogue.films.set(100 + tmdbId, { title: `Film ${tmdbId % 3}`, runtime: 90 + (tmdbId % 2) });
        await shelves.watch(100 + tmdbId, tmdbId);
        await shelves.watch(100 + tmdbId, tmdbId + 20);
      }
      await shelves.catalogue.hold([101, 102, 103, 104, 105, 106, 107]);
      const whole = (await shelves.readAll(historyShelf, { sort, first: 100 })).map(({ id }) => id);
      expect(whole).toHaveLength(18);
      for (const first of [1, 4, 17]) {
        expect((await shelves.readAll(historyShelf, { sort, first })).map(({ id }) => id)).toEqual(whole);
      }
    },
  );

  test('filters by genre, in any order, leaving out what is not held', async () => {
    for (const tmdbId of [1, 2, 3, 4, 5]) await shelves.want(tmdbId);
    await shelves.catalogue.hold([1, 2, 3]);
    const page = await shelves.read(watchlistShelf, { filter: { genreId: drama }, first: 1 });
    expect(idsOf(page)).toEqual([1]);
    expect(page).toMatchObject({ hasNextPage: true, coveredCount: 3 });
    expect(await page.countAll()).toBe(2);
    const next = await shelves.read(watchlistShelf, { filter: { genreId: drama }, after: page.rows[0]!.cursor });
    expect(idsOf(next)).toEqual([3]);
    expect(idsOf(await shelves.read(watchlistShelf, { filter: { genreId: drama }, sort: 'RUNTIME_DESC' }))).toEqual([
      1, 3,
    ]);
    expect(shelves.catalogue.calls).not.toHaveBeenCalled();
  });

  test('is asked of 1,000 films and no more', async () => {
    const rows = Array.from({ length: 1001 }, (_, index) => ({
      id: `00000000-0000-4000-8000-${shelves.userId.slice(-8)}${String(index).padStart(4, '0')}`,
      user_id: shelves.userId,
      tmdb_id: index + 1,
      half_points: index === 0 ? 2 : 20,
      rated_at: minutesAgo(index),
    }));
    await shelves.library.insertMany('ratings', rows);
    const refused = { code: 'LIBRARY_TOO_LARGE', details: { allowed: 1000, actual: 1001 } };
    await expect(shelves.read(ratingsShelf, { sort: 'TITLE_ASC' })).rejects.toMatchObject(refused);
    await expect(shelves.read(ratingsShelf, { filter: { genreId: drama } })).rejects.toMatchObject(refused);
    const page = await shelves.read(ratingsShelf, { sort: 'TITLE_ASC', filter: { minRating: 5 } });
    expect(await page.countAll()).toBe(1000);
    expect(idsOf(await shelves.read(ratingsShelf, { sort: 'RATING_ASC', first: 1 }))).toEqual([1]);
  });
});
