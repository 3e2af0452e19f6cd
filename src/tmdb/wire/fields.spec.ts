import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import {
  byCountry,
  count,
  decimal,
  flag,
  id,
  ids,
  part,
  required,
  rowsById,
  rowsByKey,
  rowsOf,
  text,
  texts,
} from './fields.js';

const strange = [
  undefined,
  null,
  '',
  '  ',
  'text',
  0,
  -1,
  1.5,
  3e9,
  Infinity,
  Number.NaN,
  true,
  [],
  ['a'],
  {},
  { id: 1 },
];
const kept = (field: z.ZodType) => strange.filter((value) => field.parse(value) === value && value !== null);

describe('scalar fields', () => {
  it('keep their own type and turn everything else to null', () => {
    expect(kept(text)).toEqual(['text']);
    expect(kept(count)).toEqual([0]);
    expect(kept(decimal)).toEqual([0, -1, 1.5, 3e9]);
    expect(kept(flag)).toEqual([true]);
    for (const field of [text, count, decimal, flag]) {
      for (const value of strange) expect([value, null]).toContain(field.parse(value));
    }
  });

  it('are null where the key is missing', () => {
    expect(z.object({ id, text, count, decimal, flag }).parse({ id: 1 })).toEqual({
      id: 1,
      text: null,
      count: null,
      decimal: null,
      flag: null,
    });
  });
});

describe('list fields', () => {
  it('keep what is usable and are empty for what is no array', () => {
    expect(texts.parse(['a', null, '', 3, 'b'])).toEqual(['a', 'b']);
    expect(ids.parse([28, null, '12', 0, -1, 1.5, 3e9, 12])).toEqual([28, 12]);
    for (const value of strange.filter((item) => !Array.isArray(item))) {
      expect(texts.parse(value)).toEqual([]);
      expect(ids.parse(value)).toEqual([]);
      expect(rowsOf(z.object({ text }), 10).parse(value)).toEqual([]);
    }
  });

  it('drop the row without a usable ID, not the list', () => {
    const row = z.object({ id, text });
    const broken = [null, 'x', 3, [], {}, { id: null }, { id: '5' }, { id: 0 }, { id: 3e9 }];
    expect(rowsById(row).parse([{ id: 1, text: 'a' }, ...broken, { id: 2 }])).toEqual([
      { id: 1, text: 'a' },
      { id: 2, text: null },
    ]);
    expect(rowsByKey('text', z.object({ text })).parse([{ text: '' }, { text: 'a' }, {}])).toEqual([{ text: 'a' }]);
  });

  it('fail the shape when required and no array, null too', () => {
    const list = z.object({ results: required(rowsById(z.object({ id }))) });
    expect(list.parse({ results: [{ id: 1 }, {}] })).toEqual({ results: [{ id: 1 }] });
    for (const body of [{}, { results: null }, { results: {} }, { results: 'x' }]) {
      expect(list.safeParse(body).success).toBe(false);
    }
  });

  it('read no more than 5,000 rows of one list, or its own limit', () => {
    expect(rowsOf(z.object({ text }), 2).parse([{}, {}, {}])).toHaveLength(2);
    expect(ids.parse(Array.from({ length: 6000 }, () => 1))).toHaveLength(5000);
  });
});

describe('part', () => {
  it('is null for whatever is not an object of its shape, an error body too', () => {
    const inner = part(z.object({ id, text }));
    expect(inner.parse({ id: 1 })).toEqual({ id: 1, text: null });
    for (const value of [undefined, null, '', [], {}, { id: 'x' }, { id: 1, success: false }]) {
      expect(inner.parse(value)).toBeNull();
    }
  });
});

describe('byCountry', () => {
  it('keeps countries alone, and no key that JavaScript would stumble over', () => {
    const field = byCountry(z.object({ text }));
    const value = JSON.parse(
      '{"BR":{"text":"a"},"__proto__":{"text":"b"},"constructor":{},"br":{},"CA-QC":{},"US":null}',
    );
    expect(field.parse(value)).toEqual({ BR: { text: 'a' } });
    for (const other of [undefined, null, '', [], 3]) expect(field.parse(other)).toEqual({});
  });
});
