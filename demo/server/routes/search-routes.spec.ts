import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildCatalogue } from '../../catalogue/build-catalogue.js';
import { type StandIn, startStandIn } from '../../stand-in.js';
import { type Body, getBody } from '../testing/api-client.js';

const today = new Date('2026-06-15T12:00:00Z');
const catalogue = buildCatalogue(today);
let standIn: StandIn;

beforeAll(async () => {
  standIn = await startStandIn({ now: () => today });
});
afterAll(() => standIn.close());

const search = (kind: string, query: string, more = '') =>
  getBody(standIn, `/search/${kind}?query=${encodeURIComponent(query)}${more}`);
const idsOf = (body: Body): number[] => body.results.map(({ id }: { id: number }) => id);

test('a film is found by its English, original and Portuguese titles', async () => {
  const film = catalogue.films.find(({ record, originalTitle }) => record.pt && originalTitle !== record.title);
  for (const title of [film?.record.title, film?.originalTitle, film?.record.pt?.title]) {
    expect(idsOf(await search('movie', title ?? ''))).toContain(film?.id);
  }
});

test('case, accents, extra spaces and the ends of words do not matter', async () => {
  const id = catalogue.films.find(({ record }) => record.title === 'Eleven Umbrellas')?.id;
  for (const query of ['eleven umbrellas', 'ÉLEVEN  ÜMBRELLAS ', 'umbrel', 'umb elev']) {
    expect(idsOf(await search('movie', query))).toContain(id);
  }
  expect(idsOf(await search('movie', 'mbrellas'))).not.toContain(id);
});

test('the very title comes before longer ones', async () => {
  const { results } = await search('movie', 'salt orchestra');
  expect(results[0].title).toBe('Salt Orchestra');
});

test('year counts every release, primary_release_year the first one', async () => {
  const film = catalogue.films.find(
    ({ year, releases }) => year && releases.some(({ date }) => !date.startsWith(String(year))),
  );
  const title = film?.record.title ?? '';
  const later = film?.releases.find(({ date }) => !date.startsWith(String(film.year)))?.date.slice(0, 4);
  expect(idsOf(await search('movie', title, `&year=${later}`))).toContain(film?.id);
  expect(idsOf(await search('movie', title, `&primary_release_year=${later}`))).not.toContain(film?.id);
  expect(idsOf(await search('movie', title, `&primary_release_year=${film?.year}`))).toContain(film?.id);
});

test('adult films need include_adult, the softcore one does not', async () => {
  expect((await search('movie', 'velvet after midnight')).results).toEqual([]);
  expect((await search('movie', 'velvet after midnight', '&include_adult=true')).results).toMatchObject([
    { adult: true },
  ]);
  expect((await search('multi', 'silk curtains')).results).toMatchObject([{ adult: false, softcore: true }]);
});

test('multi search mixes films and people and says which is which', async () => {
  const person = catalogue.people.find(({ cast }) => cast.length > 0);
  const { results } = await search('multi', person?.name ?? '');
  expect(results).toContainEqual(expect.objectContaining({ id: person?.id, media_type: 'person', name: person?.name }));
  const film = catalogue.films.find(({ isAdult }) => !isAdult);
  const films = await search('multi', film?.record.title ?? '');
  expect(films.results).toContainEqual(expect.objectContaining({ id: film?.id, media_type: 'movie' }));
});

test('collections, keywords and companies are found by their names', async () => {
  for (const [kind, entry] of [
    ['collection', catalogue.collections[0]],
    ['keyword', catalogue.keywords[0]],
    ['company', catalogue.companies[0]],
  ] as const) {
    expect(idsOf(await search(kind, entry?.name ?? ''))).toContain(entry?.id);
  }
});

test('what nothing matches is an empty page', async () => {
  const empty = { page: 1, results: [], total_pages: 1, total_results: 0 };
  expect(await search('movie', 'zzzyx')).toEqual(empty);
  expect(await search('movie', '!!!')).toEqual(empty);
});
