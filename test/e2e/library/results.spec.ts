import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildSchema, getNamedType, type GraphQLObjectType, isUnionType } from 'graphql';
import { readFileSync } from 'node:fs';
import { libraryLimits } from '../../../src/library/changes/library-limits.js';
import { type Account, cheapHashing, signUp } from '../../support/accounts.js';
import { type Answer, type Api, startApi } from '../../support/api.js';
import { askPostgres } from '../../support/ask-postgres.js';
import { createDatabase, type TestDatabase } from '../../support/postgres.js';
import * as accountQueries from '../queries/account-queries.js';
import { viewerLibrary } from '../queries/library-queries.js';

const [film, otherFilm, noFilm] = [1_000_000_076, 1_000_000_350, 999];
/** Ids of the form of ours that nothing has. */
const nobody = '00000000-0000-4000-8000-000000000000';
const idOf = (type: string): string => Buffer.from(`${type}:${nobody}`).toString('base64url');

const schema = buildSchema(readFileSync('schema.gql', 'utf8'));
const mutations = schema.getMutationType()?.getFields() ?? {};
const resultsOf = (name: string): readonly GraphQLObjectType[] => {
  const type = getNamedType(mutations[name]?.type);
  return isUnionType(type) ? type.getTypes() : [];
};

let database: TestDatabase;
let api: Api;
let viewer: Account;
let stranger: Account;

beforeAll(async () => {
  database = await createDatabase();
  api = await startApi({ ...cheapHashing, DATABASE_URL: database.url });
});

beforeEach(async () => {
  [viewer, stranger] = await Promise.all([signUp(api), signUp(api)]);
});

afterAll(async () => {
  await api.close();
  await database.drop();
});

function documentOf(name: string): string {
  const input = String(mutations[name]?.args[0]?.type);
  const success = resultsOf(name).find((type) => type.name.endsWith('Success'));
  const selection = [
    ['edge', 'edge { node { id } }'],
    ['deletedId', 'deletedId'],
  ].flatMap(([field = '', text = '']) => (success?.getFields()[field] === undefined ? [] : [text]));
  return `mutation ($input: ${input}) { ${name}(input: $input) { __typename
    ... on ${success?.name} { __typename ${selection.join(' ')} } ... on UserError { message field }
    ... on LimitReachedError { limit } } }`
    .replace(/\.\.\. on LimitReachedError \{ limit \}/, (text) =>
      resultsOf(name).some((type) => type.name === 'LimitReachedError') ? text : '',
    )
    .replace(/\.\.\. on UserError \{ message field \}/, (text) => (resultsOf(name).length > 1 ? text : ''));
}

const ask = (name: string, input: object, by = viewer): Promise<Answer> => by.ask(documentOf(name), { input });

/** The id of what a change made. */
async function made(name: string, input: object, by = viewer): Promise<string> {
  const { data } = await ask(name, input, by);
  return data[name].edge.node.id as string;
}

const newList = (by = viewer): Promise<string> => made('createList', { name: 'Rain' }, by);

/** Fills a table with as many rows of the viewer as there may be. */
async function fill(table: string, columns: string, values: string, count: number): Promise<void> {
  const statement = `insert into ${table} (id, user_id, ${columns})
    select gen_random_uuid(), users.id, ${values} from users, generate_series(1, ?::int) as n where email = ?`;
  await askPostgres(database.url, statement, [count, viewer.email]);
}

async function fillList(listId: string): Promise<void> {
  const id = Buffer.from(listId, 'base64url').toString().split(':')[1];
  const statement = `insert into list_entries (id, list_id, tmdb_id, position, added_at)
    select gen_random_uuid(), ?::uuid, n, 'a' || n, now() from generate_series(1, ?::int) as n`;
  await askPostgres(database.url, statement, [id, libraryLimits.entries]);
}

type Provocation = () => Promise<Answer>;
const { entries, viewings, lists } = libraryLimits;
const onFilm = (name: string, more: object = {}): Readonly<Record<string, Provocation>> => ({
  success: () => ask(name, { tmdbId: film, ...more }),
  InvalidInputError: () => ask(name, more),
});
const adding = (
  name: string,
  limit: () => Promise<void>,
  more: object = {},
): Readonly<Record<string, Provocation>> => ({
  ...onFilm(name, more),
  MovieNotFoundError: () => ask(name, { tmdbId: noFilm, ...more }),
  LimitReachedError: async () => {
    await limit();
    return ask(name, { tmdbId: film, ...more });
  },
});

/** Each result of each mutation, and how it comes about; `success` stands for its type of that name. */
const provocations: Readonly<Record<string, Readonly<Record<string, Provocation>>>> = {
  addToWatchlist: adding('addToWatchlist', () => fill('watchlist_entries', 'tmdb_id, added_at', 'n, now()', entries)),
  removeFromWatchlist: onFilm('removeFromWatchlist'),
  addToFavorites: adding('addToFavorites', () => fill('favorites', 'tmdb_id, added_at', 'n, now()', entries)),
  removeFromFavorites: onFilm('removeFromFavorites'),
  rateMovie: adding('rateMovie', () => fill('ratings', 'tmdb_id, half_points, rated_at', 'n, 10, now()', entries), {
    value: 7.5,
  }),
  removeRating: onFilm('removeRating'),
  markWatched: adding('markWatched', () => fill('viewings', 'tmdb_id, watched_at', 'n, now()', viewings)),
  removeFromHistory: {
    success: async () => ask('removeFromHistory', { viewingId: await made('markWatched', { tmdbId: film }) }),
    InvalidInputError: () => ask('removeFromHistory', { viewingId: 'x' }),
  },
  setMovieNote: adding(
    'setMovieNote',
    () => fill('movie_notes', 'tmdb_id, text, updated_at', "n, 'x', now()", entries),
    {
      note: 'Rain.',
    },
  ),
  createList: {
    success: () => ask('createList', { name: 'Rain' }),
    InvalidInputError: () => ask('createList', { name: ' ' }),
    LimitReachedError: async () => {
      await fill('lists', 'name, visibility, created_at, updated_at', "'x', 'PRIVATE', now(), now()", lists);
      return ask('createList', { name: 'One more' });
    },
  },
  updateList: {
    success: async () => ask('updateList', { listId: await newList(), name: 'Storm' }),
    InvalidInputError: async () => ask('updateList', { listId: await newList(), name: '' }),
    ListNotFoundError: () => ask('updateList', { listId: idOf('List'), name: 'Storm' }),
  },
  deleteList: {
    success: async () => ask('deleteList', { listId: await newList() }),
    InvalidInputError: () => ask('deleteList', { listId: 'x' }),
  },
  addToList: {
    success: async () => ask('addToList', { listId: await newList(), tmdbId: film }),
    InvalidInputError: async () => ask('addToList', { listId: await newList() }),
    ListNotFoundError: () => ask('addToList', { listId: idOf('List'), tmdbId: film }),
    MovieNotFoundError: async () => ask('addToList', { listId: await newList(), tmdbId: noFilm }),
    EntryNotFoundError: async () =>
      ask('addToList', { listId: await newList(), tmdbId: film, afterEntryId: idOf('ListEntry') }),
    LimitReachedError: async () => {
      const listId = await newList();
      await fillList(listId);
      return ask('addToList', { listId, tmdbId: film });
    },
  },
  removeFromList: {
    success: async () => ask('removeFromList', { listId: await newList(), tmdbId: film }),
    InvalidInputError: () => ask('removeFromList', { listId: 'x', tmdbId: film }),
  },
  moveListItem: {
    success: async () => {
      const listId = await newList();
      return ask('moveListItem', {
        listId,
        entryId: await made('addToList', { listId, tmdbId: film }),
        afterEntryId: null,
      });
    },
    InvalidInputError: async () => ask('moveListItem', { listId: await newList(), entryId: 'x' }),
    ListNotFoundError: () =>
      ask('moveListItem', { listId: idOf('List'), entryId: idOf('ListEntry'), afterEntryId: null }),
    EntryNotFoundError: async () =>
      ask('moveListItem', { listId: await newList(), entryId: idOf('ListEntry'), afterEntryId: null }),
  },
  updateLibrary: {
    success: () => ask('updateLibrary', { changes: [{ addToWatchlist: { tmdbId: film } }] }),
    InvalidInputError: () =>
      ask('updateLibrary', { changes: Array.from({ length: 101 }, () => ({ addToWatchlist: { tmdbId: film } })) }),
    LibraryChangesRejectedError: () => ask('updateLibrary', { changes: [{ addToWatchlist: { tmdbId: noFilm } }] }),
  },
};

describe('Each result of each mutation of the library comes about:', () => {
  const cases = Object.keys(provocations).flatMap((name) => resultsOf(name).map((type) => [name, type.name] as const));

  test.each(cases)('%s answers %s', async (name, type) => {
    const provoke = provocations[name]?.[type.endsWith('Success') ? 'success' : type];
    expect(await provoke?.()).toMatchObject({ data: { [name]: { __typename: type } } });
  });

  test('the schema names these, and no others', () => {
    const ofLibrary = Object.keys(mutations).filter((name) => !(name in accountQueries));
    const named = ofLibrary.map(
      (name) =>
        [
          name,
          resultsOf(name)
            .map((type) => type.name)
            .toSorted(),
        ] as const,
    );
    const provoked = Object.entries(provocations).map(([name, results]) => {
      const success = `${name.charAt(0).toUpperCase()}${name.slice(1)}Success`;
      return [
        name,
        Object.keys(results)
          .map((type) => (type === 'success' ? success : type))
          .toSorted(),
      ] as const;
    });
    expect(Object.fromEntries(provoked)).toEqual(Object.fromEntries(named));
  });
});

/** What a mutation needs to be asked at all. */
async function inputOf(name: string, owner: Account): Promise<object> {
  const listId = await newList(owner);
  const entryId = await made('addToList', { listId, tmdbId: film }, owner);
  const named: Readonly<Record<string, object>> = {
    removeFromHistory: { viewingId: await made('markWatched', { tmdbId: film }, owner) },
    createList: { name: 'Mine' },
    updateList: { listId, name: 'Mine' },
    deleteList: { listId },
    addToList: { listId, tmdbId: otherFilm },
    removeFromList: { listId, tmdbId: film },
    moveListItem: { listId, entryId, afterEntryId: null },
    rateMovie: { tmdbId: film, value: 1 },
    updateLibrary: { changes: [{ addToWatchlist: { tmdbId: otherFilm } }, { deleteList: { listId } }] },
  };
  return named[name] ?? { tmdbId: film };
}

async function libraryOf(account: Account): Promise<unknown> {
  return (await account.ask(viewerLibrary)).data;
}

describe('Whoever is signed out changes nothing:', () => {
  test.each(Object.keys(provocations))('%s', async (name) => {
    const input = await inputOf(name, viewer);
    const before = await libraryOf(viewer);
    const { data, errors } = await api.ask(documentOf(name), { input });
    expect(data).toEqual({ [name]: null });
    expect(errors).toMatchObject([{ path: [name], extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(await libraryOf(viewer)).toEqual(before);
  });
});

describe("Someone else's object is as one that never was:", () => {
  const answers: Readonly<Record<string, object>> = {
    removeFromHistory: { __typename: 'RemoveFromHistorySuccess', deletedId: null },
    updateList: { __typename: 'ListNotFoundError' },
    deleteList: { __typename: 'DeleteListSuccess', deletedId: null },
    addToList: { __typename: 'ListNotFoundError' },
    removeFromList: { __typename: 'RemoveFromListSuccess', deletedId: null },
    moveListItem: { __typename: 'ListNotFoundError' },
    updateLibrary: {},
  };

  test.each(Object.entries(answers))('%s', async (name, expected) => {
    const input = await inputOf(name, stranger);
    const before = await libraryOf(stranger);
    expect((await ask(name, input)).data[name]).toMatchObject(expected);
    expect(await libraryOf(stranger)).toEqual(before);
  });

  test('an entry of theirs is no place in a list of one’s own', async () => {
    const theirs = await newList(stranger);
    const afterEntryId = await made('addToList', { listId: theirs, tmdbId: film }, stranger);
    const listId = await newList();
    const { data } = await ask('addToList', { listId, tmdbId: film, afterEntryId });
    expect(data.addToList.__typename).toBe('EntryNotFoundError');
    const moved = await ask('moveListItem', { listId, entryId: afterEntryId, afterEntryId: null });
    expect(moved.data.moveListItem.__typename).toBe('EntryNotFoundError');
  });
});
