import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildCatalogue } from '../../catalogue/build-catalogue.js';
import { type StandIn, startStandIn } from '../../stand-in.js';
import { getAllIds, getBody } from '../testing/api-client.js';

const today = new Date('2026-06-15T12:00:00Z');
const catalogue = buildCatalogue(today);
const parts = [
  'combined_credits',
  'external_ids',
  'images',
  'movie_credits',
  'tagged_images',
  'translations',
  'tv_credits',
];
let standIn: StandIn;

beforeAll(async () => {
  standIn = await startStandIn({ now: () => today });
});
afterAll(() => standIn.close());

test('all parts can be appended, each without an id and as its own path has it', async () => {
  const id = catalogue.people.find(({ cast, crew }) => cast.length > 0 || crew.length > 0)?.id;
  const person = await getBody(standIn, `/person/${id}?append_to_response=${parts.join(',')}`);
  for (const part of parts) {
    const { id: _, ...alone } = await getBody(standIn, `/person/${id}/${part}`);
    expect([part, person[part]]).toEqual([part, alone]);
  }
});

test('what is not known of a person is null, or empty', async () => {
  const id = catalogue.people.find(({ record }) => record === undefined)?.id;
  expect(await getBody(standIn, `/person/${id}`)).toMatchObject({
    also_known_as: [],
    biography: '',
    birthday: null,
    deathday: null,
    gender: 0,
    homepage: null,
    place_of_birth: null,
  });
});

test('a filmography has what TMDb sends: adult films too', async () => {
  const id = catalogue.people.find(({ name }) => name === 'Odalys Fenwick')?.id;
  const person = await getBody(
    standIn,
    `/person/${id}?append_to_response=movie_credits,combined_credits,external_ids,images,translations,tv_credits,tagged_images`,
  );
  expect(person.movie_credits.cast).toMatchObject([{ adult: true }, { adult: true }]);
  expect(person.combined_credits.cast).toMatchObject([{ media_type: 'movie' }, { media_type: 'movie' }]);
  expect(person.tv_credits).toEqual({ cast: [], crew: [] });
  expect(person.tagged_images).toMatchObject({ results: [], total_results: 0 });
  expect(await getAllIds(standIn, '/person/popular')).not.toContain(id);
});
