import type { RememberedTexts } from './remembered-texts.js';
import type { Run, WriteField, Written } from './run.js';
import { fieldsWriter, type KeyedField } from './write-many.js';

/** A field of an object, and how it is written from the object alone, if it can be. */
export interface PlannedField extends KeyedField {
  /** Undefined for what is not at hand; absent for a field that always needs more than the object. */
  readonly writeAtHand?: ((source: unknown, run: Run) => Written | undefined) | undefined;
  /** Whether that is always at hand. */
  readonly isPure: boolean;
}

let lastNumber = 0;

/** Joins fields that stand side by side and need the object alone, so that they are written once for each object. */
export function repeatedFields(fields: readonly PlannedField[], texts: RememberedTexts): KeyedField[] {
  const joined: KeyedField[] = [];
  let repeatable: PlannedField[] = [];
  const close = (): void => {
    const [first] = repeatable;
    if (first !== undefined) joined.push({ prefix: first.prefix, write: remembering(repeatable, texts) });
    repeatable = [];
  };
  for (const field of fields) {
    if (field.writeAtHand !== undefined) repeatable.push(field);
    else {
      close();
      joined.push(field);
    }
  }
  close();
  return joined;
}

function remembering(fields: readonly PlannedField[], texts: RememberedTexts): WriteField {
  lastNumber += 1;
  const number = lastNumber;
  const [first, ...others] = fields;
  const writeByResolvers = fieldsWriter(first === undefined ? [] : [{ ...first, prefix: '' }, ...others]);
  return (source, run) => {
    const known = texts.find(source as object, number);
    if (known !== undefined) return known;
    const text = textAtHand(fields, source, run);
    if (text === undefined) return writeByResolvers(source, run);
    texts.keep(source as object, number, text);
    return text;
  };
}

function textAtHand(fields: readonly PlannedField[], source: unknown, run: Run): string | undefined {
  let text = '';
  for (const [index, { prefix, writeAtHand }] of fields.entries()) {
    const written = writeAtHand?.(source, run);
    if (typeof written !== 'string') return undefined;
    text += index === 0 ? written : prefix + written;
  }
  return text;
}
