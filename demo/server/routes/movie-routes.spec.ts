import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildCatalogue } from '../../catalogue/build-catalogue.js';
import type { Film } from '../../catalogue/model.js';
import { type StandIn, startStandIn } from '../../stand-in.js';
import { type Body, get, getAllIds, getBody } from '../testing/api-client.js';

const today = new Date('2026-06-15T12:00:00Z');
const catalogue = buildCatalogue(today);
const parts = [
  'account_states',
  'alternative_titles',
  'changes',
  'credits',
  'external_ids',
  'images',
  'keywords',
  'lists',
  'recommendations',
  'release_dates',
  'reviews',
  'similar',
  'translations',
  'videos',
  'watch/providers',
];
let standIn: StandIn;

beforeAll(async () => {
  standIn = await startStandIn({ now: () => today });
});
afterAll(() => standIn.close());

const translated = find(
  ({ record }) => record.pt !== undefined && record.language !== 'pt' && record.language !== 'en',
);
const untranslated = find(({ record, originalTitle }) => !record.pt && originalTitle !== record.title);

test('all fifteen parts can be appended, each without an id and as its own path has it', async () => {
  const film = await getBody(standIn, `/movie/${translated.id}?append_to_response=${parts.join(',')}`);
  for (const part of parts) {
    const { id: _, ...alone } = await getBody(standIn, `/movie/${translated.id}/${part}`);
    expect([part, film[part]]).toEqual([part, alone]);
  }
  expect(film.account_states).toMatchObject({ success: false, status_code: 3 });
});

test('unknown parts are passed over, and more than 20 are refused with code 27', async () => {
  const film = await getBody(standIn, `/movie/${translated.id}?append_to_response=toString,keywords,nonsense`);
  expect(Object.keys(film)).toContain('keywords');
  expect(Object.keys(film)).not.toContain('nonsense');
  const response = await get(standIn, `/movie/${translated.id}?append_to_response=${'credits,'.repeat(21)}`);
  expect([response.status, ((await response.json()) as Body).status_code]).toEqual([400, 27]);
});

test('a shared page is applied to every part that has pages', async () => {
  const film = await getBody(standIn, `/movie/${translated.id}?append_to_response=recommendations,reviews&page=2`);
  expect([film.recommendations.page, film.reviews.page]).toEqual([2, 2]);
  expect((await get(standIn, `/movie/${translated.id}?append_to_response=similar&page=0`)).status).toBe(400);
});

test.each(['pt', 'pt-BR', 'PT-br'])('%s has the Portuguese texts, genres and poster', async (language) => {
  const film = await getBody(standIn, `/movie/${translated.id}?language=${language}`);
  expect(film).toMatchObject({
    title: translated.record.pt?.title,
    overview: translated.record.pt?.overview,
    tagline: translated.record.pt?.tagline ?? '',
    original_title: translated.originalTitle,
    poster_path: `/${translated.id}-poster-pt.svg`,
  });
  expect(film.genres[0].name).toBe(translated.genres[0]?.pt);
});

test.each(['pt-BR', 'de-DE', 'xx'])(
  'without a translation into %s the title is the original one and texts are empty',
  async (language) => {
    const film = await getBody(standIn, `/movie/${untranslated.id}?language=${language}`);
    expect(film).toMatchObject({ title: untranslated.originalTitle, overview: '', tagline: '' });
  },
);

test('images and videos follow language, and the include parameters in its place', async () => {
  const path = `/movie/${translated.id}?append_to_response=images,videos`;
  const portuguese = await getBody(standIn, `${path}&language=pt-BR`);
  expect(languagesOf([...portuguese.images.posters, ...portuguese.images.backdrops])).toEqual(['pt']);
  expect(portuguese.videos.results).toEqual([]);
  const wide = await getBody(
    standIn,
    `${path}&language=pt-BR&include_image_language=pt,en,null&include_video_language=${translated.record.language}`,
  );
  expect(languagesOf(wide.images.posters)).toEqual(expect.arrayContaining(['pt', 'en']));
  expect(languagesOf(wide.images.backdrops)).toEqual([null]);
  expect(wide.videos.results).toMatchObject([{ type: 'Trailer', official: true, site: 'YouTube' }]);
});

test('recommendations hold 20 to 40 other films, none of them adult', async () => {
  const ids = await getAllIds(standIn, `/movie/${translated.id}/recommendations`);
  expect(ids.length).toBeGreaterThanOrEqual(20);
  expect(ids.length).toBeLessThanOrEqual(40);
  expect(ids).not.toContain(translated.id);
  expect(ids.filter((id) => catalogue.filmById.get(id)?.isAdult)).toEqual([]);
});

test('a review has a page of its own', async () => {
  for (const { id } of catalogue.films) {
    const { results } = await getBody(standIn, `/movie/${id}/reviews`);
    if (results.length === 0) continue;
    const review = await getBody(standIn, `/review/${results[0].id}`);
    expect(review).toMatchObject({ ...results[0], media_id: id, media_type: 'movie' });
    return;
  }
  throw new Error('No film has a review');
});

test('the newest film is nearly empty', async () => {
  expect(await getBody(standIn, '/movie/latest')).toMatchObject({
    release_date: '',
    overview: '',
    imdb_id: null,
    poster_path: null,
    genres: [],
    runtime: 0,
    status: 'Rumored',
  });
});

test('a film is found by its IMDb id, and a person by theirs', async () => {
  const { imdb_id: imdbId } = await getBody(standIn, `/movie/${translated.id}`);
  const found = await getBody(standIn, `/find/${imdbId}?external_source=imdb_id`);
  expect(found).toMatchObject({ movie_results: [{ id: translated.id, media_type: 'movie' }], person_results: [] });
  const person = translated.cast[0]?.person;
  const people = await getBody(standIn, `/find/${person?.imdbId}?external_source=imdb_id`);
  expect(people).toMatchObject({ movie_results: [], person_results: [{ id: person?.id, media_type: 'person' }] });
});

function languagesOf(entries: Body[]) {
  return [...new Set(entries.map(({ iso_639_1: code }) => code))];
}

function find(wanted: (film: Film) => boolean): Film {
  const film = catalogue.films.find(wanted);
  if (film === undefined) throw new Error('The catalogue has no such film');
  return film;
}
