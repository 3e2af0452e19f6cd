import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, isObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Account, cheapHashing, signUp } from '../support/accounts.js';
import { type Answer, type Api, startApi } from '../support/api.js';
import type { Attack } from './hostile/attack.js';
import { attacksOn } from './hostile/bad-arguments.js';
import { badBodies } from './hostile/bad-bodies.js';
import { badDocuments } from './hostile/bad-documents.js';
import { inTurns, offenceOf } from './hostile/offence.js';
import { type Place, placesOf } from './hostile/places.js';
import { rawRequests } from './hostile/raw-requests.js';
import { offenceOfRaw } from './hostile/send-raw.js';

const schema = buildSchema(readFileSync('schema.gql', 'utf8'));
const familyMs = 120_000;
const goodQuery = `{ movies(first: 5) { totalCount nodes { title genres { name } cast(first: 3) { nodes { name } } } } }`;
const mutations = [...new Set(placesOf(schema, 'mutation', '').map(({ root }) => root))];

let api: Api;
let reader: Account;
let before: Answer;
let heapBefore: number;
let sent = 0;

beforeAll(async () => {
  api = await startApi({ ...cheapHashing, TMDB_IMAGE_BASE_URL: 'https://images.example/t/p' });
  reader = await signUp(api);
  before = await api.ask(goodQuery);
  expect(before.errors).toBeUndefined();
  heapBefore = heapBytes();
});

afterAll(() => api.close());

async function expectNoOffence(attacks: readonly Attack[]): Promise<void> {
  sent += attacks.length;
  expect(await inTurns(attacks, (attack) => offenceOf(api, attack))).toEqual([]);
}

async function newList(account: Account): Promise<string> {
  const { edge } = await account.change(
    'createList',
    { name: 'a' },
    '... on CreateListSuccess { edge { node { id } } }',
  );
  return edge.node.id as string;
}

/** What lives when all that nobody holds is gone. */
function heapBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

describe('bad values', () => {
  const isOfViewer = ({ root }: Place): boolean => root === 'viewer' || root === 'list';

  test('are for each argument of the schema', () => {
    const places = [...placesOf(schema, 'query', ''), ...placesOf(schema, 'mutation', '')];
    const reached = new Set(places.map(({ argument }) => argument));
    const all = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type))
      .filter(({ name }) => !name.startsWith('__'))
      .flatMap((type) =>
        Object.values(type.getFields()).flatMap(({ args, name }) =>
          args.map((each) => `${type.name}.${name}(${each.name}:)`),
        ),
      );
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter((each) => !reached.has(each))).toEqual([]);
  });

  test(
    'of queries do no harm',
    () => expectNoOffence(attacksOn(placesOf(schema, 'query', '').filter((place) => !isOfViewer(place)))),
    familyMs,
  );

  test(
    'of what is a viewer’s do no harm',
    async () => {
      const places = placesOf(schema, 'query', await newList(reader)).filter(isOfViewer);
      await expectNoOffence(attacksOn(places, reader.headers));
    },
    familyMs,
  );

  // Each on an account of its own: some end the session, or the account.
  test(
    'of mutations do no harm',
    async () => {
      for (const mutation of mutations) {
        const account = await signUp(api);
        const places = placesOf(schema, 'mutation', await newList(account)).filter(({ root }) => root === mutation);
        await expectNoOffence(attacksOn(places, account.headers));
      }
      expect(mutations.length).toBeGreaterThan(25);
    },
    familyMs,
  );
});

test('hostile documents do no harm', () => expectNoOffence(badDocuments()), familyMs);

test('hostile bodies do no harm', () => expectNoOffence(badBodies()), familyMs);

test(
  'hostile bytes on a connection do no harm',
  async () => {
    sent += rawRequests.length;
    expect(await inTurns(rawRequests, (request) => offenceOfRaw(api.url, request))).toEqual([]);
  },
  familyMs,
);

test('after more than 1,500 of them the server answers as before, and holds no more memory', async () => {
  expect(sent).toBeGreaterThan(1500);
  expect(await api.ask(goodQuery)).toEqual(before);
  expect((await reader.ask('{ viewer { email } }')).data.viewer.email).toBe(reader.email);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect({}).not.toHaveProperty('polluted');
  const grownMb = (heapBytes() - heapBefore) / 1_000_000;
  expect(grownMb).toBeLessThan(150);
});
