/** Steps into a body; `*` stands for every item of a list. */
export type BodyPath = readonly string[];

const missing = Symbol('missing');

/** What takes the place of a value: each that TMDb was seen to send, and some that it never should. */
export const replacements: Readonly<Record<string, unknown>> = {
  null: null,
  'nothing at all': missing,
  'an empty text': '',
  zero: 0,
  'an unknown word': 'Nonsense',
  'a word that every object knows': 'constructor',
  'a negative number': -1,
  'a number past all bounds': 9e99,
  'a list': [7],
  'an object': { unexpected: true },
};

/** Every place in a body, lists and objects included. */
export function placesOf(body: unknown): BodyPath[] {
  const places = new Map<string, BodyPath>();
  const walk = (value: unknown, path: BodyPath): void => {
    if (path.length > 0) places.set(path.join(' '), path);
    if (Array.isArray(value)) for (const item of value) walk(item, [...path, '*']);
    else if (isObject(value)) for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
  };
  walk(body, []);
  return [...places.values()];
}

/** The body with the value at each place of the path replaced. */
export function replaced(value: unknown, [step, ...rest]: BodyPath, replacement: unknown): unknown {
  if (step === undefined) return replacement;
  if (step === '*') {
    if (!Array.isArray(value)) return value;
    const items = value.map((item) => replaced(item, rest, replacement));
    return items.filter((item) => item !== missing);
  }
  if (!isObject(value) || !(step in value)) return value;
  const { [step]: inner, ...others } = value;
  const outer = replaced(inner, rest, replacement);
  return outer === missing ? others : { ...others, [step]: outer };
}

/** The body with the first few items of each list, which have all that the others have. */
export function shortened(value: unknown, items: number): unknown {
  if (Array.isArray(value)) return value.slice(0, items).map((item) => shortened(item, items));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortened(inner, items)]));
}

/** Where an answer had a list and now has null, though what is around it is still there. */
export function blankedLists(before: unknown, after: unknown, path = ''): string[] {
  if (Array.isArray(before)) {
    if (after === null) return [path];
    const rows = Array.isArray(after) ? after : [];
    return before.length === rows.length
      ? before.flatMap((row, at) => blankedLists(row, rows[at], `${path}.${at}`))
      : [];
  }
  if (!isObject(before) || !isObject(after)) return [];
  return Object.keys(before).flatMap((key) => blankedLists(before[key], after[key], `${path}.${key}`));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
