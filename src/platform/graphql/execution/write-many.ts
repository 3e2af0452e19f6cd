import { isPromise } from '../../request/maybe-promise.js';
import { type Run, type Write, type WriteField, type Written } from './run.js';

/** A field of an object and what stands before it: the comma, but for the first, and its key. */
export interface KeyedField {
  readonly prefix: string;
  readonly write: WriteField;
}

/** Writes an object, its fields side by side, in their order. */
export function objectWriter(fields: readonly KeyedField[]): Write {
  const write = fieldsWriter(fields);
  return (source, run) => {
    const written = write(source, run);
    return typeof written === 'string' ? `{${written}}` : written.then((text) => `{${text}}`);
  };
}

/** The same without the braces. */
export function fieldsWriter(fields: readonly KeyedField[]): Write {
  return (source, run) => {
    let text = '';
    let index = 0;
    for (const { prefix, write } of fields) {
      const written = write(source, run);
      if (typeof written !== 'string') return finishFields(text, written, { fields, index, source, run });
      text += prefix + written;
      index += 1;
    }
    return text;
  };
}

/** Writes a list. @throws for what is none. */
export function listWriter(write: Write): Write {
  const writeItem: Write = (item, run) =>
    isPromise(item) ? item.then((value) => write(value, run)) : write(item, run);
  return (value, run) => {
    const items = itemsOf(value);
    let text = '[';
    for (let index = 0; index < items.length; index += 1) {
      const written = writeItem(items[index], run);
      if (typeof written !== 'string') return finishList(text, written, { items, index, writeItem, run });
      text += index === 0 ? written : `,${written}`;
    }
    return `${text}]`;
  };
}

interface UnfinishedFields {
  readonly fields: readonly KeyedField[];
  /** Of the field that is awaited. */
  readonly index: number;
  readonly source: unknown;
  readonly run: Run;
}

function finishFields(text: string, awaited: Promise<string>, { fields, index, source, run }: UnfinishedFields) {
  const parts: Written[] = [text + (fields[index]?.prefix ?? ''), awaited];
  for (const { prefix, write } of fields.slice(index + 1)) parts.push(prefix, attempt(write, source, run));
  return joined(parts);
}

interface UnfinishedList {
  readonly items: ArrayLike<unknown>;
  readonly index: number;
  readonly writeItem: Write;
  readonly run: Run;
}

function finishList(text: string, awaited: Promise<string>, { items, index, writeItem, run }: UnfinishedList) {
  const parts: Written[] = [index === 0 ? text : `${text},`, awaited];
  for (let next = index + 1; next < items.length; next += 1) parts.push(',', attempt(writeItem, items[next], run));
  parts.push(']');
  return joined(parts);
}

/** What throws while others are under way rejects with them: nobody else would hear of theirs. */
function attempt(write: Write, value: unknown, run: Run): Written {
  try {
    return write(value, run);
  } catch (error) {
    return Promise.reject(error);
  }
}

async function joined(parts: readonly Written[]): Promise<string> {
  const texts = await Promise.all(parts.filter((part) => typeof part !== 'string'));
  let next = 0;
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else {
      text += texts[next];
      next += 1;
    }
  }
  return text;
}

function itemsOf(value: unknown): ArrayLike<unknown> {
  if (Array.isArray(value)) return value as unknown[];
  if (typeof value === 'object' && value !== null && Symbol.iterator in value) {
    return Array.from(value as Iterable<unknown>);
  }
  throw new TypeError('A list was expected.');
}
