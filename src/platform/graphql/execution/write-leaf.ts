import { type GraphQLEnumType, type GraphQLLeafType, type GraphQLOutputType, isEnumType, isNonNullType } from 'graphql';
import type { Write } from './run.js';

/** Writers for the scalars that most fields are of; whatever is not plainly of its type goes the way of all others. */
const quick: Readonly<Record<string, (value: unknown) => string | undefined>> = {
  String: (value) => (typeof value === 'string' ? bytesOf(JSON.stringify(value)) : undefined),
  ID: (value) => (typeof value === 'string' ? bytesOf(JSON.stringify(value)) : undefined),
  // Within 32 bits.
  Int: (value) => (typeof value === 'number' && (value | 0) === value ? String(value + 0) : undefined),
  Float: (value) => (typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? String(value) : undefined),
};

/** Writes values of scalars and enums, as UTF-8 a character a byte. @throws for a value that the type does not serialize. */
export function leafWriter(type: GraphQLLeafType): Write {
  if (isEnumType(type)) return enumWriter(type);
  const write = Object.hasOwn(quick, type.name) ? quick[type.name] : undefined;
  if (write === undefined) return (value) => serialized(type, value);
  return (value) => write(value) ?? serialized(type, value);
}

/** Writes null, unless the type has none. @throws an error that was given as the value. */
export function nullable(type: GraphQLOutputType, write: Write): Write {
  const isNullable = !isNonNullType(type);
  return (value, run) => {
    if (value === null || value === undefined) {
      if (isNullable) return 'null';
      throw new TypeError('A field that is never null gave nothing.');
    }
    // Nest's filters return what they caught.
    if (value instanceof Error) throw value;
    return write(value, run);
  };
}

function enumWriter(type: GraphQLEnumType): Write {
  const texts = new Map<unknown, string>(type.getValues().map(({ name, value }) => [value, JSON.stringify(name)]));
  return (value) => texts.get(value) ?? serialized(type, value);
}

function serialized(type: GraphQLLeafType, value: unknown): string {
  const plain: unknown = type.serialize(value);
  const text: string | undefined = JSON.stringify(plain);
  if (plain === null || text === undefined) throw new TypeError(`${type.name} gave nothing.`);
  return bytesOf(text);
}

/** The UTF-8 of a text, a character for each byte: so the whole answer is copied to the socket and not encoded. */
function bytesOf(text: string): string {
  // oxlint-disable-next-line no-control-regex -- all of ASCII is itself in UTF-8
  return /^[\0-\x7f]*$/.test(text) ? text : Buffer.from(text).toString('latin1');
}
