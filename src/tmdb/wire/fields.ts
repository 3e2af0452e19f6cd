import { z } from 'zod';
import { maxTmdbId } from '../../platform/graphql/nodes/tmdb-id.js';

const maxRows = 5000;
const maxGraphqlInt = 2_147_483_647;

const field = <T>(read: (value: unknown) => T) => z.unknown().optional().transform(read);

/** Null for absent, empty or blank text and for whatever is not text: TMDb sends `""` for "unknown" everywhere. */
export const text = field((value) => (typeof value === 'string' && value.trim() !== '' ? value : null));

/** A whole number from 0 that fits GraphQL's Int, else null. */
export const count = field((value) =>
  Number.isInteger(value) && isWithin(value as number, 0, maxGraphqlInt) ? (value as number) : null,
);

/** Any finite number, else null: ratings, popularity, ratios, and money, which passes 2^31. */
export const decimal = field((value) => (typeof value === 'number' && Number.isFinite(value) ? value : null));

/** Null for whatever is not a boolean. */
export const flag = field((value) => (typeof value === 'boolean' ? value : null));

/** The texts of an array; empty for whatever is not one. */
export const texts = field(
  (value) => items(value).filter((item) => typeof item === 'string' && item.trim() !== '') as string[],
);

/** The usable numbers of things of an array; empty for whatever is not one. */
export const ids = field((value) => items(value).filter(isId));

/** A thing's own number. Unlike all other fields it fails its shape: without it there is no thing. */
export const id = z.int().min(1).max(maxTmdbId);

/** A text without which a row is nothing, such as a country's code. Fails its shape like `id`. */
export const key = z.string().min(1);

/** The rows whose `idName` is a usable number; empty for whatever is not an array. */
export function rowsById<Row extends z.ZodType>(row: Row, idName = 'id') {
  return field((value) => readRows(row, value, (item) => isId(item[idName])));
}

/** The rows whose `keyName` is a non-empty text; empty for whatever is not an array. */
export function rowsByKey<Row extends z.ZodType>(keyName: string, row: Row, limit = maxRows) {
  return field((value) => readRows(row, value, (item) => isKey(item[keyName]), limit));
}

/** The rows that are objects, where nothing names them; empty for whatever is not an array. */
export function rowsOf<Row extends z.ZodType>(row: Row, limit: number) {
  return field((value) => readRows(row, value, () => true, limit));
}

/** Rows that have to be there, the heart of their body: where there is no array the shape fails. */
export function required<Rows extends z.ZodType>(rows: Rows) {
  return z.array(z.unknown()).pipe(reading<unknown[], Rows>(rows));
}

/** The same for an object. */
export function requiredObject<Shape extends z.ZodType>(shape: Shape) {
  return z.looseObject({}).pipe(reading<Record<string, unknown>, Shape>(shape));
}

/** An object inside another; null for whatever is not an object of the shape. */
export function part<Shape extends z.ZodType>(shape: Shape) {
  return field((value) => {
    if (!isObject(value) || value.success === false) return null;
    const result = shape.safeParse(value);
    return result.success ? result.data : null;
  });
}

/** An object keyed by country (ISO 3166-1); other keys and unusable values are left out. */
export function byCountry<Shape extends z.ZodType>(shape: Shape) {
  return field((value) => {
    const entries: [string, z.output<Shape>][] = [];
    for (const [country, item] of Object.entries(isObject(value) ? value : {})) {
      const result = /^[A-Z]{2}$/.test(country) ? shape.safeParse(item) : undefined;
      if (result?.success === true) entries.push([country, result.data]);
    }
    return Object.fromEntries(entries);
  });
}

/** Fields read `unknown`, which zod's types do not take as the target of a pipe. */
function reading<Input, Shape extends z.ZodType>(shape: Shape): z.ZodType<z.output<Shape>, Input> {
  return shape as unknown as z.ZodType<z.output<Shape>, Input>;
}

function readRows<Row extends z.ZodType>(
  row: Row,
  value: unknown,
  isUsable: (item: Readonly<Record<string, unknown>>) => boolean,
  limit = maxRows,
): z.output<Row>[] {
  const rows: z.output<Row>[] = [];
  for (const item of items(value, limit)) {
    // Looked at before zod does: its error objects would make a body of a million broken rows take seconds.
    if (!isObject(item) || !isUsable(item)) continue;
    const result = row.safeParse(item);
    if (result.success) rows.push(result.data);
  }
  return rows;
}

function items(value: unknown, limit = maxRows): unknown[] {
  return Array.isArray(value) ? value.slice(0, limit) : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isId(value: unknown): value is number {
  return Number.isInteger(value) && isWithin(value as number, 1, maxTmdbId);
}

function isKey(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isWithin(value: number, lowest: number, highest: number): boolean {
  return value >= lowest && value <= highest;
}
