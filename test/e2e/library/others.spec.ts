import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Account, cheapHashing, signUp } from '../../support/accounts.js';
import { type Answer, type Api, startApi } from '../../support/api.js';
import * as queries from '../queries/library-queries.js';
import { type FilledLibrary, fillLibrary, shelved } from './filled-library.js';

const { fresh, kept } = shelved;

let api: Api;
let viewer: Account;
let other: Account;
let own: FilledLibrary;
let theirs: FilledLibrary;

beforeAll(async () => {
  api = await startApi(cheapHashing);
  [viewer, other] = await Promise.all([signUp(api), signUp(api)]);
  [own, theirs] = await Promise.all([fillLibrary(viewer), fillLibrary(other)]);
});

afterAll(() => api.close());

/** An id of the same kind that nothing has. */
function never(id: string): string {
  const [type] = Buffer.from(id, 'base64url').toString().split(':');
  return Buffer.from(`${type}:00000000-0000-4000-8000-000000000000`).toString('base64url');
}

/** Inputs that name what is not the viewer's, in each place where something can be named. */
const namings: readonly (readonly [mutation: string, what: string, inputOf: () => Naming])[] = [
  ['removeFromHistory', 'a viewing', () => [theirs.viewing, (viewingId) => ({ viewingId })]],
  ['updateList', 'a list', () => [theirs.list, (listId) => ({ listId, name: 'Mine now' })]],
  ['deleteList', 'a list', () => [theirs.list, (listId) => ({ listId })]],
  ['addToList', 'a list', () => [theirs.list, (listId) => ({ listId, tmdbId: fresh })]],
  ['addToList', 'a place', () => [theirs.entries[0], (id) => ({ listId: own.list, tmdbId: fresh, afterEntryId: id })]],
  ['removeFromList', 'a list', () => [theirs.list, (listId) => ({ listId, tmdbId: kept })]],
  [
    'moveListItem',
    'a list',
    () => [theirs.list, (listId) => ({ listId, entryId: theirs.entries[1], afterEntryId: null })],
  ],
  [
    'moveListItem',
    'an entry',
    () => [theirs.entries[1], (entryId) => ({ listId: own.list, entryId, afterEntryId: null })],
  ],
  [
    'moveListItem',
    'a place',
    () => [theirs.entries[1], (id) => ({ listId: own.list, entryId: own.entries[0], afterEntryId: id })],
  ],
];

type Naming = readonly [id: string, inputOf: (id: string) => object];

async function everything(): Promise<Answer[]> {
  return Promise.all(
    [viewer, other].flatMap((account) => [
      account.ask(queries.viewerLibrary),
      account.ask(queries.viewerStatistics),
      account.ask(queries.oneList, { id: (account === viewer ? own : theirs).list }),
    ]),
  );
}

describe.each(['PRIVATE', 'UNLISTED'])("What is in someone else's library, whose list is %s,", (visibility) => {
  beforeAll(async () => {
    await other.change('updateList', { listId: theirs.list, visibility }, '');
  });

  test.each(namings)('is to %s as %s that never was', async (name, _what, naming) => {
    const [id, inputOf] = naming();
    const before = await everything();
    const document = (queries as Readonly<Record<string, string>>)[name] ?? '';
    const answer = await viewer.ask(document, { input: inputOf(id) });
    expect(answer.errors).toBeUndefined();
    expect(answer).toEqual(await viewer.ask(document, { input: inputOf(never(id)) }));
    expect(await everything()).toEqual(before);
  });

  test.each(namings)('is to updateLibrary with %s as %s that never was', async (name, _what, naming) => {
    const [id, inputOf] = naming();
    const before = await everything();
    const ask = (input: object): Promise<Answer> =>
      viewer.ask(queries.updateLibrary, { input: { changes: [{ [name]: input }] } });
    const answer = await ask(inputOf(id));
    expect(answer.errors).toBeUndefined();
    expect(answer).toEqual(await ask(inputOf(never(id))));
    expect(await everything()).toEqual(before);
  });
});
