import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildCatalogue } from '../../catalogue/build-catalogue.js';
import type { Film } from '../../catalogue/model.js';
import { type StandIn, startStandIn } from '../../stand-in.js';
import { getAllIds, getBody } from '../testing/api-client.js';

const today = new Date('2026-06-15T12:00:00Z');
const catalogue = buildCatalogue(today);
const visible = catalogue.films.filter(({ isAdult, isVideo }) => !isAdult && !isVideo);
let standIn: StandIn;

beforeAll(async () => {
  standIn = await startStandIn({ now: () => today });
});
afterAll(() => standIn.close());

/** A film with two of everything, so that AND and OR can be told apart. */
const sample = visible.find(
  (film) => film.genres.length >= 2 && film.keywords.length >= 2 && film.cast.length >= 2 && film.companies.length >= 1,
) as Film;
const [star, second] = sample.cast.map(({ person }) => person.id);
const director = sample.crew[0]?.person.id;
const [genre, otherGenre] = sample.genres.map(({ id }) => id);
const [keyword, otherKeyword] = sample.keywords.map(({ id }) => id);
const company = sample.companies[0]?.id;
const offer = visible.flatMap(({ offers }) => offers).find(({ country }) => country === 'US');
const provider = offer?.provider.id;

const casts = (film: Film) => film.cast.map(({ person }) => person.id);
const crews = (film: Film) => film.crew.map(({ person }) => person.id);
const idsOf = (entries: { id: number }[]) => entries.map(({ id }) => id);
const released = (film: Film, fits: (release: Film['releases'][number]) => boolean) => film.releases.some(fits);
const offered = (film: Film, fits: (entry: Film['offers'][number]) => boolean) => film.offers.some(fits);
const usOrder = (name: string) =>
  catalogue.reference.certifications['US']?.find(({ certification }) => certification === name)?.order;
const isUpToPg = (name: string) => (usOrder(name) ?? Infinity) <= (usOrder('PG') ?? 0);
const isFromPg = (name: string) => (usOrder(name) ?? -1) >= (usOrder('PG') ?? 0);

const cases: [query: string, stays: (film: Film) => boolean][] = [
  [`with_cast=${star}`, (film) => casts(film).includes(star ?? 0)],
  [`with_cast=${star},${second}`, (film) => casts(film).includes(star ?? 0) && casts(film).includes(second ?? 0)],
  [`with_cast=${star}|${second}`, (film) => casts(film).includes(star ?? 0) || casts(film).includes(second ?? 0)],
  [`with_crew=${director}`, (film) => crews(film).includes(director ?? 0)],
  [
    `with_people=${star},${director}`,
    (film) => [star, director].every((id) => [...casts(film), ...crews(film)].includes(id ?? 0)),
  ],
  [`with_companies=${company}`, (film) => idsOf(film.companies).includes(company ?? 0)],
  [`without_companies=${company}`, (film) => !idsOf(film.companies).includes(company ?? 0)],
  [
    `with_genres=${genre},${otherGenre}`,
    ({ genres }) => [genre, otherGenre].every((id) => idsOf(genres).includes(id ?? 0)),
  ],
  [
    `with_genres=${genre}|${otherGenre}`,
    ({ genres }) => [genre, otherGenre].some((id) => idsOf(genres).includes(id ?? 0)),
  ],
  [
    `without_genres=${genre},${otherGenre}`,
    ({ genres }) => ![genre, otherGenre].some((id) => idsOf(genres).includes(id ?? 0)),
  ],
  [`with_keywords=${keyword}`, ({ keywords }) => idsOf(keywords).includes(keyword ?? 0)],
  [
    `with_keywords=${keyword}|${otherKeyword}`,
    ({ keywords }) => [keyword, otherKeyword].some((id) => idsOf(keywords).includes(id ?? 0)),
  ],
  [`without_keywords=${keyword}`, ({ keywords }) => !idsOf(keywords).includes(keyword ?? 0)],
  ['with_origin_country=JP', ({ record }) => record.countries.includes('JP')],
  ['with_original_language=fr', ({ record }) => record.language === 'fr'],
  ['vote_average.gte=8', ({ voteAverage }) => voteAverage >= 8],
  ['vote_average.lte=7.5', ({ voteAverage }) => voteAverage <= 7.5],
  ['vote_count.gte=1000', ({ voteCount }) => voteCount >= 1000],
  ['vote_count.lte=400', ({ voteCount }) => voteCount <= 400],
  ['with_runtime.gte=150', ({ record }) => record.runtimeMinutes >= 150],
  ['with_runtime.lte=90', ({ record }) => record.runtimeMinutes <= 90],
  [`primary_release_year=${sample.year}`, ({ year }) => year === sample.year],
  ['primary_release_date.gte=1990-01-01', ({ record }) => record.released >= '1990-01-01'],
  ['primary_release_date.lte=1950-12-31', ({ record }) => record.released !== '' && record.released <= '1950-12-31'],
  [`year=${sample.year}`, (film) => released(film, ({ date }) => date.startsWith(String(sample.year)))],
  ['release_date.gte=2024-01-01', (film) => released(film, ({ date }) => date >= '2024-01-01')],
  ['release_date.lte=1950-12-31', (film) => released(film, ({ date }) => date <= '1950-12-31')],
  ['with_release_type=1', (film) => released(film, ({ type }) => type === 1)],
  [
    'with_release_type=1,6',
    (film) => released(film, ({ type }) => type === 1) && released(film, ({ type }) => type === 6),
  ],
  ['with_release_type=1|6', (film) => released(film, ({ type }) => type === 1 || type === 6)],
  ['region=FR', (film) => released(film, ({ country }) => country === 'FR')],
  ['region=FR&with_release_type=1', (film) => released(film, ({ country, type }) => country === 'FR' && type === 1)],
  [
    'region=BR&release_date.gte=1960-01-01&release_date.lte=1969-12-31&with_release_type=3',
    (film) => released(film, ({ country, date, type }) => country === 'BR' && date.startsWith('196') && type === 3),
  ],
  [
    'certification=PG&certification_country=US',
    (film) => released(film, ({ country, certification }) => country === 'US' && certification === 'PG'),
  ],
  [
    'certification=PG|R&region=US',
    (film) => released(film, ({ country, certification }) => country === 'US' && /^(PG|R)$/.test(certification)),
  ],
  [
    'certification.lte=PG&certification_country=US',
    (film) => released(film, ({ country, certification }) => country === 'US' && isUpToPg(certification)),
  ],
  [
    'certification.gte=PG&certification_country=US',
    (film) => released(film, ({ country, certification }) => country === 'US' && isFromPg(certification)),
  ],
  [
    `with_watch_providers=${provider}&watch_region=US`,
    (film) => offered(film, (entry) => entry.country === 'US' && entry.provider.id === provider),
  ],
  [
    'with_watch_monetization_types=rent|ads&watch_region=BR',
    (film) => offered(film, ({ country, monetization }) => country === 'BR' && /^(rent|ads)$/.test(monetization)),
  ],
  [
    `with_watch_providers=${provider}&with_watch_monetization_types=flatrate&watch_region=US`,
    (film) =>
      offered(film, (one) => one.country === 'US' && one.provider.id === provider && one.monetization === 'flatrate'),
  ],
  [
    `without_watch_providers=${provider}&watch_region=US`,
    (film) => !offered(film, (entry) => entry.country === 'US' && entry.provider.id === provider),
  ],
];

test.each(cases)('%s keeps just the films that meet it', async (query, stays) => {
  const ids = await getAllIds(standIn, `/discover/movie?${query}`);
  const expected = idsOf(visible.filter(stays));
  expect(new Set(ids)).toEqual(new Set(expected));
  expect(ids).toHaveLength(expected.length);
  expect(expected.length).toBeGreaterThan(0);
  expect(expected.length).toBeLessThan(visible.length);
});

test.each([
  `with_watch_providers=${provider}`,
  'with_watch_monetization_types=buy',
  `without_watch_providers=${provider}`,
  'certification=PG',
])('%s without its country is passed over in silence', async (query) => {
  expect((await getBody(standIn, `/discover/movie?${query}`)).total_results).toBe(visible.length);
});

test('include_adult and include_video let in what is kept out; softcore is never kept out', async () => {
  const plain = await getAllIds(standIn, '/discover/movie');
  const adult = await getAllIds(standIn, '/discover/movie?include_adult=true');
  const video = await getAllIds(standIn, '/discover/movie?include_video=true');
  const added = (ids: number[]) => ids.filter((id) => !plain.includes(id)).map((id) => catalogue.filmById.get(id));
  expect(added(adult).map((film) => film?.isAdult)).toEqual([true, true]);
  expect(added(video).map((film) => film?.isVideo)).toEqual([true]);
  expect(plain).toContain(catalogue.films.find(({ isSoftcore }) => isSoftcore)?.id);
});

test('language, page and region change what is shown', async () => {
  const film = catalogue.films.find(
    ({ record, releases }) => record.pt && releases.some(({ country }) => country === 'BR'),
  );
  const query = `with_cast=${film?.cast[0]?.person.id}&language=pt-BR&region=BR`;
  const { results } = await getBody(standIn, `/discover/movie?${query}`);
  const shown = results.find(({ id }: { id: number }) => id === film?.id);
  const brazilian = film?.releases.filter(({ country }) => country === 'BR').map(({ date }) => date);
  expect(shown).toMatchObject({ title: film?.record.pt?.title, release_date: brazilian?.toSorted()[0] });
  const [first, next] = [await getBody(standIn, '/discover/movie'), await getBody(standIn, '/discover/movie?page=2')];
  expect([first.page, next.page]).toEqual([1, 2]);
  expect(idsOf(first.results).filter((id) => idsOf(next.results).includes(id))).toEqual([]);
});

const sortKeys: Record<string, (film: Film) => string | number> = {
  original_title: ({ originalTitle }) => originalTitle,
  popularity: ({ popularity }) => popularity,
  revenue: ({ record }) => record.revenue ?? 0,
  primary_release_date: ({ record }) => record.released,
  title: ({ record }) => record.title,
  vote_average: ({ voteAverage }) => voteAverage,
  vote_count: ({ voteCount }) => voteCount,
};

describe.each(Object.entries(sortKeys))('sort_by=%s', (name, key) => {
  test.each(['asc', 'desc'])('%s', async (direction) => {
    const ids = await getAllIds(standIn, `/discover/movie?sort_by=${name}.${direction}`);
    const values = ids.map((id) => key(catalogue.filmById.get(id) as Film));
    const ordered = values.every((value, index) => {
      const before = values[index - 1] ?? value;
      return direction === 'asc' ? before <= value : before >= value;
    });
    expect([ids.length, ordered]).toEqual([visible.length, true]);
  });
});

test('without an order, or with one that does not exist, the most popular come first', async () => {
  const [none, unknown, popular] = await Promise.all(
    ['', '?sort_by=beauty.desc', '?sort_by=popularity.desc'].map((query) =>
      getBody(standIn, `/discover/movie${query}`),
    ),
  );
  expect(none).toEqual(popular);
  expect(unknown).toEqual(popular);
});
