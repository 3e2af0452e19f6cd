import { describe, expect, jest, test } from '@jest/globals';
import type { Keyv } from 'keyv';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { RedisLayer } from './redis-layer.js';

type Mode = 'well' | 'hung' | 'failing' | 'full';

/** A layer on a store whose state the test sets; the limit is short, for nothing here is slow. */
function setUp() {
  const state = { mode: 'well' as Mode, nowMs: 0 };
  const held = new Map<string, string>();
  const answer = <T>(value: T): Promise<T> => {
    if (state.mode === 'hung') return new Promise(() => undefined);
    return state.mode === 'failing' ? Promise.reject(new Error('connection refused')) : Promise.resolve(value);
  };
  const store = {
    getMany: jest.fn((keys: string[]) => answer(keys.map((key) => held.get(key)))),
    set: jest.fn((key: string, text: string) => {
      if (state.mode === 'full') return Promise.resolve(false);
      return answer(held.set(key, text) !== undefined);
    }),
    delete: jest.fn((key: string) => answer(held.delete(key))),
  };
  const onFault = jest.fn();
  const layer = new RedisLayer(store as unknown as Keyv<string>, { clock: () => state.nowMs, limitMs: 5, onFault });
  return { state, store, layer, held, onFault };
}

describe('RedisLayer', () => {
  test.each<Mode>(['hung', 'failing'])('asks a %s store once and then leaves it alone', async (mode) => {
    const { state, store, layer, onFault } = setUp();
    state.mode = mode;
    expect(await Promise.all([layer.read('a'), layer.read('b')])).toEqual([undefined, undefined]);
    state.nowMs = 999;
    expect(await Promise.all([layer.read('a'), layer.read('b'), layer.delete('a')])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    void layer.write('a', 'text', 1000);
    expect(store.getMany).toHaveBeenCalledTimes(1);
    expect(store.set).not.toHaveBeenCalled();
    expect(store.delete).not.toHaveBeenCalled();
    expect(onFault).toHaveBeenCalledTimes(1);
    expect(layer.stats).toMatchObject({ batches: 1, faults: 1, droppedWrites: 1 });
  });

  test('probes behind the readers once the hold-off is over, and comes back when that succeeds', async () => {
    const { state, store, layer, held, onFault } = setUp();
    held.set('a', 'text');
    state.mode = 'hung';
    await layer.read('a');
    state.nowMs = 1000;
    await expectAtOnce(layer.read('a'));
    expect(store.getMany.mock.calls.at(-1)).toEqual([['probe']]);
    await expectAtOnce(layer.read('a'));
    expect(store.getMany).toHaveBeenCalledTimes(2);
    while (onFault.mock.calls.length < 2) await nextTurn();
    await expectAtOnce(layer.read('a'));
    expect(store.getMany).toHaveBeenCalledTimes(2);

    state.mode = 'well';
    state.nowMs = 2000;
    await expectAtOnce(layer.read('a'));
    await nextTurn();
    expect(await layer.read('a')).toBe('text');
  });

  test('goes on reading a full store, and tries a write once a second', async () => {
    const { state, store, layer, held } = setUp();
    held.set('a', 'text');
    state.mode = 'full';
    void layer.write('b', 'text', 1000);
    await nextTurn();
    void layer.write('c', 'text', 1000);
    expect(store.set).toHaveBeenCalledTimes(1);
    expect(await layer.read('a')).toBe('text');
    state.mode = 'well';
    state.nowMs = 1000;
    void layer.write('c', 'text', 1000);
    await nextTurn();
    expect(await layer.read('c')).toBe('text');
  });

  test('keeps few writes waiting for a store that takes none', () => {
    const { state, store, layer } = setUp();
    state.mode = 'hung';
    for (let index = 0; index < 600; index += 1) void layer.write(`key ${index}`, 'text', 1000);
    expect(store.set).toHaveBeenCalledTimes(500);
    expect(layer.stats).toMatchObject({ pendingWrites: 500, droppedWrites: 100 });
  });

  test('does not ask once it is closed', async () => {
    const { store, layer } = setUp();
    const reading = layer.read('a');
    layer.close();
    expect(await reading).toBeUndefined();
    expect(await layer.read('a')).toBeUndefined();
    void layer.write('a', 'text', 1000);
    await layer.delete('a');
    expect(store.getMany).not.toHaveBeenCalled();
    expect(store.set).not.toHaveBeenCalled();
    expect(store.delete).not.toHaveBeenCalled();
  });
});

/** A read that asks nobody is settled before the next turn of the event loop. */
async function expectAtOnce(reading: Promise<string | undefined>): Promise<void> {
  const turn = nextTurn('too late');
  expect(await Promise.race([reading, turn])).toBeUndefined();
  await turn;
}
