import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../support/api.js';
import { filmsByNumber, manyNodes, oneNode } from './queries/other-queries.js';
import { catalogue, filmWhere, firstOf, idOf, personWhere } from './subjects.js';

let api: Api;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const film = filmWhere(({ record }) => record.pt !== undefined && record.pt.title !== record.title);
const person = personWhere(() => true);
const collection = firstOf(catalogue.collections);
const genre = firstOf(catalogue.reference.genres);
const keyword = firstOf(catalogue.keywords);
const company = firstOf(catalogue.companies);

const things: [type: string, key: number, named: object][] = [
  ['Movie', film.id, { title: film.record.title }],
  ['Person', person.id, { personName: person.name }],
  ['Collection', collection.id, { name: collection.name }],
  ['Genre', genre.id, { name: genre.name }],
  ['Keyword', keyword.id, { name: keyword.name }],
  ['Company', company.id, { name: company.name }],
];

describe.each(things)('a node of type %s', (type, key, named) => {
  test('is found by its ID', async () => {
    const id = idOf(type, key);
    expect((await api.ask(oneNode, { id })).data.node).toEqual({ __typename: type, id, ...named });
  });

  test('is null for a number that nothing has', async () => {
    expect(await api.ask(oneNode, { id: idOf(type, 3) })).toEqual({ data: { node: null } });
  });

  test.each(['0', '-5', 'abc', '1e3', `${key}.0`, `0${key}`, '99999999999', '..'])(
    'is null for the key %s',
    async (odd) => {
      expect(await api.ask(oneNode, { id: idOf(type, odd) })).toEqual({ data: { node: null } });
    },
  );

  test('is found by its number and by its ID at the root field of its type', async () => {
    const field = type.toLowerCase();
    const byNumber = `query($tmdbId: Int!) { ${field}(tmdbId: $tmdbId) { id } }`;
    const byId = `query($id: ID!) { ${field}(id: $id) { tmdbId } }`;
    expect((await api.ask(byNumber, { tmdbId: key })).data).toEqual({ [field]: { id: idOf(type, key) } });
    expect((await api.ask(byId, { id: idOf(type, key) })).data).toEqual({ [field]: { tmdbId: key } });
  });

  test('needs exactly one argument at its root field', async () => {
    const field = type.toLowerCase();
    const code = async (args: string) => (await api.ask(`{ ${field}${args} { id } }`)).errors?.[0]?.extensions.code;
    expect(await code('')).toBe('BAD_USER_INPUT');
    expect(await code(`(tmdbId: ${key}, id: "${idOf(type, key)}")`)).toBe('BAD_USER_INPUT');
    expect(await code('(tmdbId: null, id: null)')).toBe('BAD_USER_INPUT');
  });

  test('refuses the ID of something else at its root field', async () => {
    const field = type.toLowerCase();
    const { errors } = await api.ask(`query($id: ID!) { ${field}(id: $id) { id } }`, { id: idOf('Video', 'x') });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining(`is the ID of a Video, not of a ${type}`),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  test.each([0, -1, 2_147_483_647])('is null at its root field for the number %d', async (tmdbId) => {
    const field = type.toLowerCase();
    const query = `query($tmdbId: Int!) { ${field}(tmdbId: $tmdbId) { id } }`;
    expect(await api.ask(query, { tmdbId })).toEqual({ data: { [field]: null } });
  });
});

test.each(['', '550', 'TW92aWU', '!!!', idOf('Movie', ''), idOf('Image', '/a.svg'), idOf('Query', '1')])(
  'the text %j is the ID of no node',
  async (id) => {
    expect(await api.ask(oneNode, { id })).toEqual({ data: { node: null } });
  },
);

test('nodes come in the order of their IDs, null where there is none', async () => {
  const ids = [idOf('Genre', genre.id), 'nothing', idOf('Movie', film.id), idOf('Movie', 3), idOf('Genre', genre.id)];
  expect((await api.ask(manyNodes, { ids })).data.nodes).toEqual([
    { __typename: 'Genre', id: ids[0] },
    null,
    { __typename: 'Movie', id: ids[2] },
    null,
    { __typename: 'Genre', id: ids[0] },
  ]);
});

test.each([0, 101])('refuses %d nodes', async (count) => {
  const { data, errors } = await api.ask(manyNodes, { ids: Array(count).fill(idOf('Genre', genre.id)) });
  expect(data).toEqual({ nodes: null });
  expect(errors?.[0]).toMatchObject({
    message: `\`ids\` has ${count} IDs; it takes 1 to 100.`,
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('films by number come in the order asked, null where there is none', async () => {
  const other = filmWhere((one) => one !== film);
  const { moviesByTmdbIds } = (await api.ask(filmsByNumber, { tmdbIds: [other.id, 3, film.id, other.id] })).data;
  expect(moviesByTmdbIds).toEqual([
    { tmdbId: other.id, title: other.record.title },
    null,
    { tmdbId: film.id, title: film.record.title },
    { tmdbId: other.id, title: other.record.title },
  ]);
});

test.each([0, 101])('refuses %d films by number', async (count) => {
  const { data, errors } = await api.ask(filmsByNumber, { tmdbIds: Array(count).fill(film.id) });
  expect(data).toEqual({ moviesByTmdbIds: null });
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('takes 100 films by number', async () => {
  const { moviesByTmdbIds } = (await api.ask(filmsByNumber, { tmdbIds: Array(100).fill(film.id) })).data;
  expect(moviesByTmdbIds).toHaveLength(100);
});

test('films are known by their IDs at IMDb', async () => {
  const query = 'query($imdbId: String!) { movie(imdbId: $imdbId) { tmdbId } }';
  expect((await api.ask(query, { imdbId: film.imdbId })).data.movie).toEqual({ tmdbId: film.id });
  expect((await api.ask(query, { imdbId: 'tt1234567' })).data.movie).toBeNull();
});

test.each(['nm9000001', 'tt', '', 'tt12 4567', '../movie/1'])(
  'refuses %j as the ID of a film at IMDb',
  async (imdbId) => {
    const query = 'query($imdbId: String!) { movie(imdbId: $imdbId) { tmdbId } }';
    const { data, errors } = await api.ask(query, { imdbId });
    expect(data).toEqual({ movie: null });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  },
);

test('an ID at IMDb goes with no other way of naming', async () => {
  const query = 'query($a: String!, $b: Int!) { movie(imdbId: $a, tmdbId: $b) { tmdbId } }';
  expect((await api.ask(query, { a: film.imdbId, b: film.id })).errors?.[0]?.message).toBe(
    'Give exactly one of `id`, `tmdbId` or `imdbId`; 2 were given.',
  );
});
