import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Account, cheapHashing, signUp } from '../../support/accounts.js';
import { type Answer, type Api, startApi } from '../../support/api.js';
import { catalogue } from '../subjects.js';
import { oneList, viewerLibrary, viewerStatistics } from '../queries/library-queries.js';
import { viewerAccount } from '../queries/account-queries.js';

const films = catalogue.films.slice(0, 10).map(({ id }) => id);
const states = `query ($ids: [Int!]!) { moviesByTmdbIds(tmdbIds: $ids) {
  title viewerState { id isOnWatchlist isFavorite rating watchedCount note lists { name } }
} }`;
const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';
const rounds = 8;

let api: Api;
let ana: Person;
let ben: Person;

interface Person {
  readonly account: Account;
  readonly listId: string;
  /** Of everything of theirs that has one. */
  readonly ids: readonly string[];
}

beforeAll(async () => {
  api = await startApi(cheapHashing);
  ana = await personWith({ rating: 9, note: 'Ana was here.', list: 'Of Ana', name: 'Ana' });
  ben = await personWith({ rating: 2, note: 'Ben was here.', list: 'Of Ben', name: 'Ben' });
});

afterAll(() => api.close());

/** Both have the same films in the same places; what they say of them differs. */
async function personWith(tastes: { rating: number; note: string; list: string; name: string }): Promise<Person> {
  const account = await signUp(api);
  await account.change('updateProfile', { displayName: tastes.name }, '');
  const made = await account.change(
    'createList',
    { name: tastes.list },
    '... on CreateListSuccess { edge { node { id } } }',
  );
  const listId = made.edge.node.id as string;
  for (const tmdbId of films) {
    await account.change('addToWatchlist', { tmdbId }, '');
    await account.change('addToFavorites', { tmdbId }, '');
    await account.change('rateMovie', { tmdbId, value: tastes.rating }, '');
    await account.change('markWatched', { tmdbId, watchedAt: '2026-01-02' }, '');
    await account.change('setMovieNote', { tmdbId, note: tastes.note }, '');
    await account.change('addToList', { listId, tmdbId }, '');
  }
  const answers = [
    await account.ask(viewerLibrary),
    await account.ask(viewerAccount),
    await account.ask(states, { ids: films }),
  ];
  const text = JSON.stringify([...answers, await account.ask(oneList, { id: listId })]);
  const ids = [...new Set([...text.matchAll(/"id":"([^"]+)"/g)].map(([, id = '']) => id))];
  return {
    account,
    listId,
    ids: ids.filter((id) => !/^(Movie|Genre)[:_]/.test(Buffer.from(id, 'base64url').toString())),
  };
}

/** Everything that there is to ask, in one order. */
function askAll(ask: (query: string, variables?: object) => Promise<Answer>, listId: string): Promise<Answer[]> {
  return Promise.all([
    ask(viewerAccount),
    ask(viewerLibrary),
    ask(viewerStatistics),
    ask(states, { ids: films }),
    ask(oneList, { id: listId }),
  ]);
}

const asPerson = ({ account, listId }: Person): Promise<Answer[]> => askAll((...it) => account.ask(...it), listId);
const asNobody = (): Promise<Answer[]> => askAll((...it) => api.ask(...it), ana.listId);

describe('Two viewers and somebody signed out who ask the same documents at the same time', () => {
  test('each get what they get alone, round after round', async () => {
    const alone = [await asPerson(ana), await asPerson(ben), await asNobody()] as const;
    for (let round = 0; round < rounds; round += 1) {
      const together = await Promise.all([asPerson(ana), asPerson(ben), asNobody()]);
      expect(together).toEqual(alone);
    }
  });

  test('never see a word, an address or an id of each other', async () => {
    for (const [one, other] of [
      [ana, ben],
      [ben, ana],
    ] as const) {
      const text = JSON.stringify(await asPerson(one));
      expect(text).toContain(one.account.email);
      for (const foreign of [other.account.email, other === ana ? 'Of Ana' : 'Of Ben', ...other.ids])
        expect(text).not.toContain(foreign);
      expect(JSON.stringify(await asNobody())).not.toMatch(/@example|was here|Of (Ana|Ben)/);
    }
  });

  test('find nothing of each other by its id', async () => {
    const own = await ben.account.ask(nodes, { ids: ben.ids.slice(0, 100) });
    expect(own.data.nodes).not.toContain(null);
    expect(new Set(own.data.nodes.map((node: { __typename: string }) => node.__typename))).toEqual(
      new Set([
        'User',
        'Session',
        'List',
        'ListEntry',
        'WatchlistEntry',
        'Favorite',
        'MovieRating',
        'Viewing',
        'MovieViewerState',
      ]),
    );
    for (const asker of [ana.account, api]) {
      const { data, errors } = await asker.ask(nodes, { ids: ben.ids.slice(0, 100) });
      expect(errors).toBeUndefined();
      expect(new Set(data.nodes)).toEqual(new Set([null]));
    }
  });

  test('get answers that no cache may keep', async () => {
    for (const headers of [ana.account.headers, {}]) {
      for (const query of [viewerAccount, viewerLibrary]) {
        const answer = await api.fetch({ query }, headers);
        expect(answer.headers.get('cache-control')).toBe('private, no-store');
      }
    }
  });
});
