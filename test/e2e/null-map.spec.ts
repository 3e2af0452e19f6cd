import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, type Api, startApi } from '../support/api.js';
import { bodyFamilies, type BodyFamily } from './body-families.js';
import { blankedLists, type BodyPath, placesOf, replaced, replacements, shortened } from './mutations.js';
import { ShiftedClock } from './shifted-clock.js';

const clock = new ShiftedClock();
let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
  clock.restore();
});

/** Asks while TMDb sends the family's body as the edit makes it, with nothing of it cached. */
async function askWith({ path, query, variables }: BodyFamily, edit: (body: unknown) => unknown): Promise<Answer> {
  clock.advanceMonths();
  api.standIn.reset();
  api.standIn.rewrite(path, (body) => edit(shortened(body, 2)));
  return api.ask(query, variables);
}

/** What is wrong with an answer after the place was replaced. */
function complaints(family: BodyFamily, place: BodyPath, before: Answer, after: Answer): string[] {
  const name = place.join(' ');
  if (family.vital.includes(name)) {
    return (after.errors ?? []).flatMap(({ message, extensions: { code } }) =>
      code === 'UPSTREAM_UNAVAILABLE' ? [] : `${name}: ${message}`,
    );
  }
  if (after.errors !== undefined)
    return [`${name}: ${after.errors[0]?.message} at ${after.errors[0]?.path?.join('.')}`];
  if (family.keys.includes(name)) return [];
  const lost = family.rows(before.data).length - family.rows(after.data).length;
  const gone = family.rows(after.data).filter((row) => row === null).length;
  return lost !== 0 || gone > 0 ? [`${name}: ${lost + gone} rows lost`] : [];
}

describe.each(Object.entries(bodyFamilies))('%s', (_name, family) => {
  let before: Answer;
  let places: BodyPath[] = [];
  beforeAll(async () => {
    before = await askWith(family, (body) => {
      places = placesOf(body).filter(([part = '']) => family.parts?.includes(part) ?? true);
      return body;
    });
  });

  test('is all there before anything is replaced', () => {
    expect(before.errors).toBeUndefined();
    expect(family.rows(before.data)).not.toHaveLength(0);
    expect(family.rows(before.data)).not.toContain(null);
    expect(places.length).toBeGreaterThan(1);
    expect(places.map((place) => place.join(' '))).toEqual(expect.arrayContaining([...family.keys]));
  });

  test.each(Object.entries(replacements))('has no error and no blanked list with %s anywhere', async (_what, value) => {
    const wrong: string[] = [];
    for (const place of places) {
      const after = await askWith(family, (body) => replaced(body, place, value));
      wrong.push(...complaints(family, place, before, after));
      // A part that did not come can not be told from one that failed.
      const isPart = place.length <= 2 && !place.includes('*');
      if (!isPart)
        wrong.push(...blankedLists(before.data, after.data).map((list) => `${place.join(' ')}: ${list} blanked`));
    }
    expect(wrong).toEqual([]);
  });
});
