import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { generateKeyBetween } from 'fractional-indexing';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { LibraryWrite } from '../../src/library/changes/library-write.js';
import { libraryLimits } from '../../src/library/changes/library-limits.js';
import {
  readAddToList,
  readCreateList,
  readDeleteList,
  readMoveListItem,
  readRemoveFromList,
  readUpdateList,
} from '../../src/library/lists/changes/list-change.readers.js';
import { longestPosition } from '../../src/library/lists/changes/list-positions.js';
import { ListVisibility } from '../../src/library/lists/list.model.js';
import { toGlobalId } from '../../src/platform/graphql/nodes/global-id.js';
import { InputIssues } from '../../src/platform/input/input-issues.js';
import { ChangeRig } from '../support/change-rig.js';

const rig = ChangeRig.forSuite();

const entryGlobalId = (id: string): string => toGlobalId('ListEntry', id);

async function newList(): Promise<{ id: string; listId: string }> {
  const { list } = await rig.make(readCreateList, { name: 'Best' });
  return { id: list.id, listId: toGlobalId('List', list.id) };
}

/** Adds films in order and gives the global IDs of their entries. */
async function addAll(listId: string, tmdbIds: readonly number[]): Promise<Map<number, string>> {
  const entries = new Map<number, string>();
  for (const tmdbId of tmdbIds) {
    const { entry } = await rig.make(readAddToList, { listId, tmdbId });
    entries.set(tmdbId, entryGlobalId(entry.id));
  }
  return entries;
}

describe('A list', () => {
  test('is made private, changed in part, and deleted once', async () => {
    const { list } = await rig.make(readCreateList, { name: '  Best  ', description: ' ' });
    expect(list).toMatchObject({ name: 'Best', description: null, visibility: 'PRIVATE', createdAt: rig.now });
    const listId = toGlobalId('List', list.id);
    rig.now = new Date(rig.now.getTime() + 5000);
    const shown = await rig.make(readUpdateList, { listId, visibility: ListVisibility.UNLISTED, description: 'All.' });
    const changed = { name: 'Best', description: 'All.', visibility: 'UNLISTED', updatedAt: rig.now };
    expect(shown.list).toMatchObject(changed);
    rig.now = new Date(rig.now.getTime() + 5000);
    expect((await rig.make(readUpdateList, { listId, name: 'Best' })).list).toMatchObject(changed);
    expect((await rig.make(readUpdateList, { listId, description: null })).list.description).toBeNull();
    const removed = { type: 'List', id: list.id };
    expect(await rig.make(readDeleteList, { listId })).toEqual({ tmdbId: null, removed });
    expect(await rig.make(readDeleteList, { listId })).toEqual({ tmdbId: null, removed: null });
  });

  test('made twice by a repeated transaction is one list', async () => {
    const change = readCreateList({ name: 'Best' }, new InputIssues(), rig.now)!;
    for (const _ of [1, 2]) {
      await rig.library.database.write((em) => change.make(new LibraryWrite(em, rig.userId), rig.now));
    }
    expect(await rig.count('lists')).toBe(1);
  });

  test('is refused with all that is wrong with it', async () => {
    const input = { name: ' ', description: 'x'.repeat(2001) };
    expect(await rig.refusal(readCreateList, input)).toMatchObject({
      __typename: 'InvalidInputError',
      issues: [
        { field: ['input', 'name'], code: 'TOO_SHORT' },
        { field: ['input', 'description'], code: 'TOO_LONG' },
      ],
    });
  });

  test('of somebody else is none, in every change', async () => {
    const { id, listId } = await newList();
    const entryId = (await addAll(listId, [1])).get(1)!;
    const other = await rig.library.addUser();
    for (const named of [listId, toGlobalId('List', randomUUID())]) {
      const none = { __typename: 'ListNotFoundError', message: 'You have no such list.', field: ['input', 'listId'] };
      expect(await rig.refusal(readUpdateList, { listId: named, name: 'Mine' }, other)).toEqual(none);
      expect(await rig.refusal(readAddToList, { listId: named, tmdbId: 2 }, other)).toEqual(none);
      const move = { listId: named, entryId, afterEntryId: null };
      expect(await rig.refusal(readMoveListItem, move, other)).toEqual(none);
      const nothing = { tmdbId: 1, removed: null, list: null };
      expect(await rig.make(readRemoveFromList, { listId: named, tmdbId: 1 }, other)).toEqual(nothing);
      expect(await rig.make(readDeleteList, { listId: named }, other)).toMatchObject({ removed: null });
    }
    expect(await rig.filmsOf(id)).toEqual([1]);
  });

  test('is one of 500 at most, however many are made at once', async () => {
    const columns = { user_id: rig.userId, name: 'x', visibility: 'PRIVATE', created_at: rig.now, updated_at: rig.now };
    const rows = Array.from({ length: libraryLimits.lists - 3 }, () => ({ id: randomUUID(), ...columns }));
    await rig.library.insertMany('lists', rows);
    const all = await Promise.all(Array.from({ length: 9 }, () => rig.refusal(readCreateList, { name: 'x' })));
    const refusals = all.filter((outcome) => 'limit' in outcome);
    expect(refusals).toHaveLength(6);
    expect(refusals[0]).toMatchObject({ __typename: 'LimitReachedError', limit: 500 });
  });
});

describe('The entries of a list', () => {
  test('come last, first, or right after another', async () => {
    const { id, listId } = await newList();
    const entries = await addAll(listId, [1, 2, 3]);
    await rig.make(readAddToList, { listId, tmdbId: 4, afterEntryId: null });
    await rig.make(readAddToList, { listId, tmdbId: 5, afterEntryId: entries.get(1)! });
    expect(await rig.filmsOf(id)).toEqual([4, 1, 5, 2, 3]);
  });

  test('are added by four statements, and once: the second time, nothing changes', async () => {
    const { id, listId } = await newList();
    await addAll(listId, [1, 2]);
    rig.statements.take();
    rig.now = new Date(rig.now.getTime() + 5000);
    const first = await rig.make(readAddToList, { listId, tmdbId: 3 });
    expect(rig.statements.take()).toHaveLength(4);
    expect(first.list.updatedAt).toEqual(rig.now);
    rig.now = new Date(rig.now.getTime() + 5000);
    const second = await rig.make(readAddToList, { listId, tmdbId: 3, afterEntryId: null });
    expect(second.entry).toMatchObject({ id: first.entry.id, position: first.entry.position });
    expect(second.list.updatedAt).toEqual(first.list.updatedAt);
    const gone = { listId, tmdbId: 3, afterEntryId: entryGlobalId(randomUUID()) };
    expect((await rig.make(readAddToList, gone)).entry.id).toBe(first.entry.id);
    expect(await rig.filmsOf(id)).toEqual([1, 2, 3]);
  });

  test('never come after one of another list', async () => {
    const { listId } = await newList();
    const entryId = (await addAll(listId, [1])).get(1)!;
    const other = await newList();
    const afterEntryId = (await addAll(other.listId, [2])).get(2)!;
    const none = { __typename: 'EntryNotFoundError', field: ['input', 'afterEntryId'] };
    expect(await rig.refusal(readAddToList, { listId, tmdbId: 3, afterEntryId })).toMatchObject(none);
    expect(await rig.refusal(readMoveListItem, { listId, entryId, afterEntryId })).toMatchObject(none);
    expect(await rig.refusal(readMoveListItem, { listId, entryId: afterEntryId, afterEntryId: null })).toMatchObject({
      __typename: 'EntryNotFoundError',
      field: ['input', 'entryId'],
    });
  });

  test('move where they are told, and stay when they stand there', async () => {
    const { id, listId } = await newList();
    const entries = await addAll(listId, [1, 2, 3, 4]);
    const move = (tmdbId: number, after: number | null) =>
      rig.make(readMoveListItem, {
        listId,
        entryId: entries.get(tmdbId)!,
        afterEntryId: after === null ? null : entries.get(after)!,
      });
    await move(4, 1);
    expect(await rig.filmsOf(id)).toEqual([1, 4, 2, 3]);
    const { entry, list } = await move(3, null);
    expect(await rig.filmsOf(id)).toEqual([3, 1, 4, 2]);
    rig.now = new Date(rig.now.getTime() + 5000);
    const again = await move(3, null);
    expect(again.entry.position).toBe(entry.position);
    expect(again.list.updatedAt).toEqual(list.updatedAt);
  });

  test.each([
    ['without a place', { entryId: entryGlobalId(randomUUID()) }, 'REQUIRED'],
    ['after what is no entry', { entryId: entryGlobalId(randomUUID()), afterEntryId: 'x' }, 'INVALID'],
  ])('move nowhere %s', async (_, input, code) => {
    const { listId } = await newList();
    const error = { issues: [{ field: ['input', 'afterEntryId'], code }] };
    expect(await rig.refusal(readMoveListItem, { listId, ...input })).toMatchObject(error);
  });

  test('are removed once', async () => {
    const { id, listId } = await newList();
    await addAll(listId, [1, 2]);
    const done = await rig.make(readRemoveFromList, { listId, tmdbId: 1 });
    expect(done).toMatchObject({ removed: { type: 'ListEntry' }, list: { id } });
    expect(await rig.make(readRemoveFromList, { listId, tmdbId: 1 })).toMatchObject({ removed: null, list: { id } });
    expect(await rig.filmsOf(id)).toEqual([2]);
  });

  test('are 10,000 at most', async () => {
    const { id, listId } = await newList();
    const position = sql`'b' || lpad(n::text, 6, '0') || 'x'`;
    await rig.fill('list_entries', libraryLimits.entries - 1, { list_id: id, position, added_at: rig.now });
    const all = await Promise.all(
      [1, 2, 3].map((tmdbId) => rig.refusal(readAddToList, { listId, tmdbId, afterEntryId: null })),
    );
    expect(all.filter((outcome) => 'limit' in outcome)).toHaveLength(2);
    expect(await rig.count('list_entries', 'list_id', id)).toBe(libraryLimits.entries);
  });
});

describe('The order of a list', () => {
  const step = fc.record({
    kind: fc.constantFrom('add', 'move', 'move', 'remove'),
    film: fc.nat({ max: 11 }),
    after: fc.option(fc.nat({ max: 11 }), { nil: null }),
  });

  test('is the one that all changes together lead to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { id, listId } = await newList();
        const entries = new Map<number, string>();
        let expected: number[] = [];
        for (const { kind, film, after } of steps) {
          const isIn = expected.includes(film);
          if (kind === 'remove') {
            await rig.make(readRemoveFromList, { listId, tmdbId: film + 1 });
            expected = expected.filter((other) => other !== film);
          } else if (isIn === (kind === 'move') && after !== film && (after === null || expected.includes(after))) {
            const afterEntryId = after === null ? null : entries.get(after)!;
            const { entry } = isIn
              ? await rig.make(readMoveListItem, { listId, entryId: entries.get(film)!, afterEntryId })
              : await rig.make(readAddToList, { listId, tmdbId: film + 1, afterEntryId });
            entries.set(film, entryGlobalId(entry.id));
            expected = expected.filter((other) => other !== film);
            expected.splice(after === null ? 0 : expected.indexOf(after) + 1, 0, film);
          }
        }
        expect(await rig.filmsOf(id)).toEqual(expected.map((film) => film + 1));
      }),
      { numRuns: 25 },
    );
  });

  test('survives moves and additions at the same time', async () => {
    const { id, listId } = await newList();
    const films = Array.from({ length: 12 }, (_, n) => n + 1);
    const entries = await addAll(listId, films);
    const moves = films
      .slice(1)
      .flatMap((tmdbId) => [
        rig.make(readMoveListItem, { listId, entryId: entries.get(tmdbId)!, afterEntryId: null }),
        rig.make(readMoveListItem, { listId, entryId: entries.get(tmdbId)!, afterEntryId: entries.get(1)! }),
        rig.make(readAddToList, { listId, tmdbId: tmdbId + 100, afterEntryId: entries.get(1)! }),
      ]);
    await Promise.all(moves);
    const after = await rig.filmsOf(id);
    expect(after.toSorted((one, other) => one - other)).toEqual([
      ...films,
      ...films.slice(1).map((film) => film + 100),
    ]);
  });

  test('stays when positions grow too long and all are numbered anew', async () => {
    const { id, listId } = await newList();
    const entries = await addAll(listId, [1, 2, 10]);
    // As if thousands of films had been put between these two and taken away again.
    const [first, second] = await rig.select<{ position: string }>(
      sql`select position from list_entries where list_id = ${id} order by position`,
    );
    let position = second!.position;
    while (position.length < longestPosition) position = generateKeyBetween(first!.position, position);
    await rig.select(sql`update list_entries set position = ${position} where list_id = ${id} and tmdb_id = 2`);
    const afterEntryId = entries.get(1)!;
    for (const tmdbId of [3, 4, 5, 6, 7, 8, 9]) await rig.make(readAddToList, { listId, tmdbId, afterEntryId });
    expect(await rig.filmsOf(id)).toEqual([1, 9, 8, 7, 6, 5, 4, 3, 2, 10]);
    const [longest] = await rig.select<{ length: number }>(
      sql`select max(length(position)) as length from list_entries where list_id = ${id}`,
    );
    expect(longest!.length).toBeLessThan(10);
  });
});
