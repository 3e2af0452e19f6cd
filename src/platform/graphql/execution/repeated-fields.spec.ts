import { describe, expect, jest, test } from '@jest/globals';
import { RememberedTexts } from './remembered-texts.js';
import { type PlannedField, repeatedFields } from './repeated-fields.js';
import type { Run } from './run.js';
import { objectWriter } from './write-many.js';

const run = {} as Run;

interface Film {
  readonly title?: string;
}

const title = jest.fn<(source: unknown) => string | undefined>();

/** Fields of a film: two that its object tells, one that has to be asked for, and one more that the object tells. */
function writer() {
  title.mockReset();
  title.mockImplementation((source) => (source as Film).title && JSON.stringify((source as Film).title));
  const field = (key: string, of: Omit<PlannedField, 'prefix' | 'isPure'>, index: number): PlannedField => ({
    prefix: `${index === 0 ? '' : ','}"${key}":`,
    isPure: true,
    ...of,
  });
  const fields = [
    field('type', { write: () => '"Film"', writeAtHand: () => '"Film"' }, 0),
    field('title', { write: async () => '"asked for"', writeAtHand: title }, 1),
    field('state', { write: () => '"of a viewer"' }, 2),
    field('last', { write: () => '1', writeAtHand: () => '1' }, 3),
  ];
  const joined = repeatedFields(fields, new RememberedTexts(10_000));
  return { joined, write: objectWriter(joined) };
}

describe('fields side by side that need the object alone', () => {
  test('are written as one, and the others as they are', () => {
    expect(writer().joined).toHaveLength(3);
  });

  test('are written once for each object', () => {
    const { write } = writer();
    const [one, other] = [{ title: 'One' }, { title: 'Other' }];
    for (let time = 0; time < 3; time += 1) {
      expect(write(one, run)).toBe('{"type":"Film","title":"One","state":"of a viewer","last":1}');
      expect(write(other, run)).toBe('{"type":"Film","title":"Other","state":"of a viewer","last":1}');
    }
    expect(title).toHaveBeenCalledTimes(2);
  });

  test('are asked for when one is not at hand, each time', async () => {
    const { write } = writer();
    const film = {};
    for (let time = 0; time < 2; time += 1) {
      expect(await write(film, run)).toBe('{"type":"Film","title":"asked for","state":"of a viewer","last":1}');
    }
    expect(title).toHaveBeenCalledTimes(2);
  });

  test('of two selections do not mix', () => {
    const [first, second] = [writer().write, writer().write];
    const film = { title: 'One' };
    expect(first(film, run)).toBe(second(film, run));
    const texts = new RememberedTexts(10_000);
    const single = (text: string) =>
      objectWriter(
        repeatedFields([{ prefix: '"a":', write: () => text, writeAtHand: () => text, isPure: true }], texts),
      );
    expect([single('1')(film, run), single('2')(film, run)]).toEqual(['{"a":1}', '{"a":2}']);
  });
});

test('an object without fields is written, too', () => {
  expect(objectWriter(repeatedFields([], new RememberedTexts(10)))({}, run)).toBe('{}');
});
