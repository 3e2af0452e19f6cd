import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { buildCatalogue } from '../../catalogue/build-catalogue.js';
import { type StandIn, startStandIn } from '../../stand-in.js';
import { type Body, get, getBody } from '../testing/api-client.js';

const start = new Date('2026-06-15T12:00:00Z');
const dayMs = 86_400_000;
const catalogue = buildCatalogue(start);
const [first = 0, second = 0] = catalogue.films.map(({ id }) => id);
let now = start;
let standIn: StandIn;

beforeAll(async () => {
  standIn = await startStandIn({ now: () => now });
});
beforeEach(() => {
  now = start;
  standIn.reset();
});
afterAll(() => standIn.close());

const idsOf = async (query = ''): Promise<number[]> =>
  (await getBody(standIn, `/movie/changes${query}`)).results.map(({ id }: Body) => id);

test('a film that was changed says so everywhere, and is named', async () => {
  const film = catalogue.films.find(({ record }) => record.originalTitle === undefined && record.pt === undefined)!;
  standIn.changeFilm(film.id, { title: 'A New Name', tagline: 'Newly so' });
  expect(await getBody(standIn, `/movie/${film.id}`)).toMatchObject({
    title: 'A New Name',
    original_title: 'A New Name',
    tagline: 'Newly so',
    runtime: film.record.runtimeMinutes,
  });
  const { results } = await getBody(standIn, '/search/movie?query=A%20New%20Name');
  expect(results.map(({ title }: Body) => title)).toContain('A New Name');
  expect(await getBody(standIn, '/movie/changes')).toEqual({
    page: 1,
    results: [{ id: film.id, adult: false }],
    total_pages: 1,
    total_results: 1,
  });
});

test('no other stand-in, and this one no more after a reset, has the change', async () => {
  const other = await startStandIn();
  try {
    const { title } = await getBody(other, `/movie/${first}`);
    standIn.changeFilm(first, { title: 'Once' });
    standIn.changeFilm(first, { title: 'Twice' });
    expect((await getBody(standIn, `/movie/${first}`)).title).toBe('Twice');
    expect((await getBody(other, `/movie/${first}`)).title).toBe(title);
    standIn.reset();
    expect((await getBody(standIn, `/movie/${first}`)).title).toBe(title);
    expect(await idsOf()).toEqual([]);
  } finally {
    await other.close();
  }
});

test('each film is named once, the last changed first, for 24 hours', async () => {
  standIn.changeFilm(first, {});
  now = new Date(start.getTime() + dayMs / 2);
  standIn.changeFilm(second, {});
  expect(await idsOf()).toEqual([second, first]);
  standIn.changeFilm(first, {});
  expect(await idsOf()).toEqual([first, second]);
  now = new Date(start.getTime() + 1.5 * dayMs);
  expect(await idsOf()).toEqual([first, second]);
  now = new Date(now.getTime() + 1);
  expect(await idsOf()).toEqual([]);
});

test.each([
  ['?start_date=2026-06-15&end_date=2026-06-15', true],
  ['?start_date=2026-06-15', true],
  ['?end_date=2026-06-15', true],
  ['?start_date=2026-06-01&end_date=2026-06-15', true],
  ['?end_date=2026-06-14', false],
  ['?start_date=2026-06-16&end_date=2026-06-17', false],
])('of the days %s a change of 15 June is one: %s', async (query, isNamed) => {
  standIn.changeFilm(first, {});
  now = new Date(start.getTime() + 3 * dayMs);
  expect(await idsOf(query)).toEqual(isNamed ? [first] : []);
});

test.each([
  ['2026-06-01', '2026-06-16', 422, 20],
  ['soon', '2026-06-16', 400, 23],
])('from %s to %s is refused with %i and code %i', async (from, to, status, code) => {
  const response = await get(standIn, `/movie/changes?start_date=${from}&end_date=${to}`);
  expect([response.status, ((await response.json()) as Body).status_code]).toEqual([status, code]);
});

test('pages have a hundred', async () => {
  for (const { id } of catalogue.films.slice(0, 150)) standIn.changeFilm(id, {});
  const [one, two] = [await idsOf(), await idsOf('?page=2')];
  expect([one.length, two.length, new Set([...one, ...two]).size]).toEqual([100, 50, 150]);
  expect(await getBody(standIn, '/movie/changes')).toMatchObject({ total_pages: 2, total_results: 150 });
});

test('an id that no film has can not be changed', () => {
  expect(() => standIn.changeFilm(1, {})).toThrow(RangeError);
});
