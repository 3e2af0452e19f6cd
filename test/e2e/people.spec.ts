import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { portraitsOf } from '#demo/catalogue/pictures.js';
import { type Body, getBody } from '#demo/server/testing/api-client.js';
import { type Api, startApi } from '../support/api.js';
import { bareImage, departmentOf, groupById, listedFilm, listedImage } from './expected.js';
import { personFacts, personFilms, personPictures } from './queries/person-queries.js';
import { filmWhere, idOf, personWhere } from './subjects.js';

let api: Api;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const recorded = personWhere(({ record }) => Boolean(record?.birthday && record.biography));
const pictured = personWhere((person) => portraitsOf(person).length > 1);
const busy = personWhere(
  ({ cast, crew }) => cast.length > 0 && crew.length > 2 && new Set(crew.map((c) => c.film)).size > 2,
);

test('tells the facts of a person as their page has them', async () => {
  const body = await getBody(api.standIn, `/person/${recorded.id}?append_to_response=external_ids`);
  expect((await api.ask(personFacts, { tmdbId: recorded.id })).data.person).toEqual({
    id: idOf('Person', body.id),
    tmdbId: body.id,
    name: body.name,
    originalName: body.name,
    gender: ['UNKNOWN', 'FEMALE', 'MALE', 'NON_BINARY'][body.gender],
    knownForDepartment: departmentOf(body.known_for_department),
    popularity: body.popularity,
    isAdult: false,
    alsoKnownAs: body.also_known_as,
    biography: body.biography,
    birthday: body.birthday,
    deathday: body.deathday,
    placeOfBirth: body.place_of_birth,
    homepage: body.homepage,
    imdbId: body.imdb_id,
    externalIds: {
      imdbId: body.external_ids.imdb_id,
      wikidataId: null,
      facebookId: null,
      instagramId: null,
      twitterId: null,
    },
  });
});

test('has the biography in the language asked for, or none', async () => {
  const facts = async (locale: string) => (await api.ask(personFacts, { tmdbId: recorded.id, locale })).data.person;
  expect((await facts('pt-BR')).biography).toBe(recorded.record?.ptBiography ?? null);
  expect((await facts('fi')).biography).toBeNull();
});

test('shows the portrait and all pictures', async () => {
  const { profiles } = await getBody(api.standIn, `/person/${pictured.id}/images`);
  const { person } = (await api.ask(personPictures, { tmdbId: pictured.id })).data;
  const nodes = profiles.map((row: Body) => listedImage('PORTRAIT', row, api.standIn.imageUrl));
  expect(person.portrait).toEqual(bareImage('PORTRAIT', profiles[0].file_path, api.standIn.imageUrl));
  expect(person.images.nodes).toEqual(nodes);
  expect(person.images.edges.map(({ node }: Body) => node.id)).toEqual(nodes.map(({ id }: Body) => id));
  expect(person.images.totalCount).toBe(2);
});

describe('the filmography', () => {
  const filmography = async (variables: object) =>
    (await api.ask(personFilms, { tmdbId: busy.id, ...variables })).data.person.filmography;
  const rowsOf = async (): Promise<Body[][]> => {
    const { cast, crew } = await getBody(api.standIn, `/person/${busy.id}/movie_credits`);
    const rows = [...cast.map((row: Body) => ({ ...row, job: 'Actor', department: 'Acting' })), ...crew];
    return groupById(rows.filter(({ adult, softcore }: Body) => !adult && !softcore));
  };

  test('holds each film once with roles and jobs, newest first', async () => {
    const films = (await rowsOf()).toSorted(
      ([one], [other]) => other.release_date.localeCompare(one.release_date) || one.id - other.id,
    );
    const { nodes, edges, totalCount } = await filmography({});
    expect(nodes).toEqual(films.map(([row]) => listedFilm(row, api.standIn.imageUrl)));
    expect(edges.map(({ character, jobs, node }: Body) => ({ character, jobs, id: node.id }))).toEqual(
      films.map((rows) => ({
        id: idOf('Movie', rows[0].id),
        character: rows.flatMap((row: Body) => row.character ?? []).join(' / ') || null,
        jobs: rows.map(({ job }) => job),
      })),
    );
    expect(totalCount).toBe(films.length);
  });

  test.each([
    ['RELEASE_DATE_ASC', (one: Body, other: Body) => one.release_date.localeCompare(other.release_date)],
    ['POPULARITY_DESC', (one: Body, other: Body) => other.popularity - one.popularity],
  ])('can be read by %s', async (sort, order) => {
    const rows = (await rowsOf()).map(([row]) => row).toSorted((one, other) => order(one, other) || one.id - other.id);
    expect((await filmography({ sort })).nodes.map(({ tmdbId }: Body) => tmdbId)).toEqual(rows.map(({ id }) => id));
  });

  test('can be narrowed to a department', async () => {
    const { nodes } = await filmography({ department: 'ACTING' });
    expect(new Set(nodes.map(({ tmdbId }: Body) => tmdbId))).toEqual(new Set(busy.cast.map(({ film }) => film.id)));
  });
});

test('names the films of their own department with most votes as what they are known for', async () => {
  const own = [...busy.cast.map(({ film }) => ({ film, department: 'Acting' })), ...busy.crew].filter(
    ({ department }) => department === busy.knownForDepartment,
  );
  const films = [...new Set(own.map(({ film }) => film))].toSorted(
    (one, other) => other.voteCount - one.voteCount || one.id - other.id,
  );
  const { knownFor } = (await api.ask(personFilms, { tmdbId: busy.id })).data.person;
  expect(knownFor.map(({ tmdbId }: Body) => tmdbId)).toEqual(films.slice(0, 8).map(({ id }) => id));
});

test('knows people by their IDs at IMDb', async () => {
  const query = 'query($imdbId: String!) { person(imdbId: $imdbId) { tmdbId } }';
  expect((await api.ask(query, { imdbId: recorded.imdbId })).data.person).toEqual({ tmdbId: recorded.id });
  expect((await api.ask(query, { imdbId: 'nm1234567' })).data.person).toBeNull();
});

test('refuses an IMDb ID that is not one of a person', async () => {
  const query = 'query($imdbId: String!) { person(imdbId: $imdbId) { tmdbId } }';
  const { errors } = await api.ask(query, { imdbId: filmWhere(() => true).imdbId });
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
