import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildCatalogue } from '../../catalogue/build-catalogue.js';
import { type StandIn, startStandIn } from '../../stand-in.js';
import { type Body, get, getAllIds, getBody } from '../testing/api-client.js';

const today = new Date('2026-06-15T12:00:00Z');
const catalogue = buildCatalogue(today);
let standIn: StandIn;

beforeAll(async () => {
  standIn = await startStandIn({ now: () => today });
});
afterAll(() => standIn.close());

const lists = [
  '/movie/popular',
  '/movie/top_rated',
  '/movie/now_playing',
  '/movie/upcoming',
  '/trending/movie/day',
  '/trending/movie/week',
  '/trending/person/day',
  '/trending/all/week',
  '/person/popular',
  '/discover/movie',
  '/search/movie?query=the',
];

test.each(lists)('%s has pages of 20 that make up its honest total, each entry once', async (path) => {
  const { page, results, total_results: total, total_pages: pages } = await getBody(standIn, path);
  expect([page, results.length, pages]).toEqual([1, Math.min(20, total), Math.ceil(total / 20)]);
  const ids = path.startsWith('/trending/all') ? [] : await getAllIds(standIn, path);
  expect(new Set(ids).size).toBe(path.startsWith('/trending/all') ? 0 : total);
});

test('a page past the last is empty, up to the five-hundredth', async () => {
  const { total_pages: pages } = await getBody(standIn, '/movie/popular');
  expect(await getBody(standIn, '/movie/popular?page=500')).toMatchObject({
    page: 500,
    results: [],
    total_pages: pages,
  });
});

test.each(['0', '501', '-1', '1.5', 'two', ''])('page=%s is refused with code 22', async (page) => {
  const response = await get(standIn, `/movie/popular?page=${page}`);
  expect([response.status, ((await response.json()) as Body).status_code]).toEqual([400, 22]);
});

test('the softcore film is in popular with adult:false, the adult ones are not', async () => {
  const ids = await getAllIds(standIn, '/movie/popular');
  const kinds = ids.map((id) => catalogue.filmById.get(id));
  expect(kinds.filter((film) => film?.isAdult)).toEqual([]);
  const softcore = kinds.find((film) => film?.isSoftcore);
  const first = await getBody(standIn, `/movie/${softcore?.id}`);
  expect(first).toMatchObject({ adult: false, softcore: true });
});

test('coming films lie within the dates of the answer, and playing ones not after today', async () => {
  const upcoming = await getBody(standIn, '/movie/upcoming');
  expect(upcoming.dates).toEqual({ minimum: '2026-06-16', maximum: '2026-07-13' });
  expect(upcoming.results.length).toBeGreaterThan(0);
  for (const { release_date: date } of upcoming.results) {
    expect(date >= upcoming.dates.minimum && date <= upcoming.dates.maximum).toBe(true);
  }
  const playing = await getBody(standIn, '/movie/now_playing');
  expect(playing.dates.maximum).toBe('2026-06-15');
  for (const { release_date: date } of playing.results) {
    expect(date >= playing.dates.minimum && date <= playing.dates.maximum).toBe(true);
  }
});

test('what is trending says what it is', async () => {
  const { results } = await getBody(standIn, '/trending/all/day');
  expect(new Set(results.map((entry: Body) => entry.media_type))).toEqual(new Set(['movie', 'person']));
  const people = await getBody(standIn, '/trending/person/week');
  expect(people.results[0]).toMatchObject({ media_type: 'person', known_for: expect.any(Array) });
});

test('a keyword has its films, a company its page', async () => {
  const [keyword, company] = [catalogue.keywords[0], catalogue.companies[0]];
  const films = await getBody(standIn, `/keyword/${keyword?.id}/movies`);
  expect(films).toMatchObject({ id: keyword?.id, total_results: keyword?.films.length });
  expect(await getBody(standIn, `/keyword/${keyword?.id}`)).toEqual({ id: keyword?.id, name: keyword?.name });
  expect(await getBody(standIn, `/company/${company?.id}`)).toMatchObject({
    name: company?.name,
    parent_company: null,
  });
  expect((await getBody(standIn, `/company/${company?.id}/images`)).id).toBe(company?.id);
});

test('the parts of a collection come in the order of their release', async () => {
  const id = catalogue.collections.find(({ films }) => films.length > 1)?.id;
  const { parts, overview } = await getBody(standIn, `/collection/${id}`);
  const dates = parts.map((part: Body) => part.release_date);
  expect(dates).toEqual(dates.toSorted());
  expect(overview).toContain(String(parts.length));
  expect((await getBody(standIn, `/collection/${id}/images`)).posters).toHaveLength(1);
  expect((await getBody(standIn, `/collection/${id}/translations`)).translations).toHaveLength(2);
});
