import { registerEnumType } from '@nestjs/graphql';

/** Everything that a part of a library can be sorted by, with what comes first going up and going down. */
const vocabulary = {
  ADDED_AT: ['Added earliest first.', 'Added latest first.'],
  RATED_AT: ['Rated earliest first.', 'Rated latest first.'],
  WATCHED_AT: ['Watched earliest first.', 'Watched latest first.'],
  RATING: [
    "By the viewer's own rating, worst first; unrated films last.",
    "By the viewer's own rating, best first; unrated films last.",
  ],
  LAST_WATCHED_AT: [
    'By when the viewer last watched them, longest ago first; unwatched films last.',
    'By when the viewer last watched them, latest first; unwatched films last.',
  ],
  POSITION: ['In the order that the owner gave them.', 'In the order that the owner gave them, from the end.'],
  TITLE: ['By title, as their language sorts it.', 'By title, from the end.'],
  RELEASE_DATE: ['Old films first; films without a date last.', 'New films first; films without a date last.'],
  RUNTIME: ['Short films first; films of unknown length last.', 'Long films first; films of unknown length last.'],
} as const;

export type SortKey = keyof typeof vocabulary;

/** A value of a sort enum, such as `ADDED_AT_DESC`. */
export type SortName<Key extends SortKey = SortKey> = `${Key}_${'ASC' | 'DESC'}`;

/** What the catalogue knows of films, and not the database. */
export const catalogueKeys = ['TITLE', 'RELEASE_DATE', 'RUNTIME'] as const satisfies readonly SortKey[];

export type CatalogueKey = (typeof catalogueKeys)[number];

const notInSql = 'Of films looked at lately, others last; for up to 1,000 films.';

/** Makes the sort enum of one connection, of a part of the vocabulary. */
export function registerSort<Key extends SortKey>(
  name: string,
  description: string,
  keys: readonly Key[],
): { readonly [Sort in SortName<Key>]: Sort } {
  const values = keys.flatMap((key) => {
    const [up, down] = vocabulary[key];
    const more = isCatalogueKey(key) ? ` ${notInSql}` : '';
    return [[`${key}_ASC`, up + more] as const, [`${key}_DESC`, down + more] as const];
  });
  const sorts = Object.fromEntries(values.map(([sort]) => [sort, sort])) as { [Sort in SortName<Key>]: Sort };
  registerEnumType(sorts, {
    name,
    description,
    valuesMap: Object.fromEntries(values.map(([sort, text]) => [sort, { description: text }])) as {
      [Sort in SortName<Key>]: { description: string };
    },
  });
  return sorts;
}

/** The key and direction of a sort. */
export function keyOfSort(sort: SortName): { readonly key: SortKey; readonly isDescending: boolean } {
  const isDescending = sort.endsWith('_DESC');
  return { key: sort.slice(0, isDescending ? -5 : -4) as SortKey, isDescending };
}

export function isCatalogueKey(key: SortKey): key is CatalogueKey {
  return (catalogueKeys as readonly SortKey[]).includes(key);
}
