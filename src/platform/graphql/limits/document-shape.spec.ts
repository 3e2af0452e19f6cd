import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { findBreaches } from './document-shape.js';
import { documentLimits, type LimitBreach } from './limits.js';

function breachesOf(text: string): LimitBreach[] {
  return findBreaches(parse(text));
}

function deep(levels: number): string {
  return `${'a { '.repeat(levels - 1)}a${' }'.repeat(levels - 1)}`;
}

function mentions(count: number, from = 0): string {
  return Array.from({ length: count }, (_, index) => `k${from + index}: a`).join(' ');
}

describe('findBreaches', () => {
  test('finds nothing in a small document', () => {
    expect(breachesOf('{ a { b } }')).toEqual([]);
  });

  test('counts the levels of fields, and not those of fragments', () => {
    const wrapped = `{ ... on Query { ...f } } fragment f on Query { ... { ${deep(13)} } }`;
    expect(breachesOf(`{ ${deep(12)} }`)).toEqual([]);
    expect(breachesOf(wrapped)).toEqual([{ limit: 'depth', actual: 13 }]);
  });

  test('counts how often one selection writes a key, and not what fragments add', () => {
    expect(breachesOf(`{ x { ${'a '.repeat(15)} ... { a } ...f } } fragment f on X { a }`)).toEqual([]);
    expect(breachesOf(`{ x { ${'a '.repeat(16)} } }`)).toEqual([{ limit: 'repeats', actual: 16 }]);
    expect(breachesOf(`{ x { ${'b: a '.repeat(16)} } }`)).toEqual([{ limit: 'repeats', actual: 16 }]);
  });

  test('counts each key of a field once, however often it is asked', () => {
    expect(breachesOf(`{ x { ${'a '.repeat(15)} ${mentions(14)} } }`)).toEqual([]);
    expect(breachesOf(`{ x { ${mentions(16)} } }`)).toEqual([{ limit: 'aliases', actual: 16 }]);
  });

  test('counts the mentions of one field over all fragments of a selection', () => {
    const text = `{ x { ${mentions(8)} ...f ... { ${mentions(4, 20)} } } } fragment f on X { ${mentions(4, 10)} }`;
    expect(breachesOf(text)).toEqual([{ limit: 'aliases', actual: 16 }]);
  });

  test('counts the mentions of different selections apart', () => {
    expect(breachesOf(`{ x { ${mentions(15)} } y { ${mentions(15)} } }`)).toEqual([]);
  });

  test('counts root fields of the largest operation', () => {
    const root = (count: number): string => Array.from({ length: count }, (_, index) => `f${index}`).join(' ');
    expect(breachesOf(`query A { ${root(20)} } query B { ${root(20)} }`)).toEqual([]);
    expect(breachesOf(`query A { a } query B { ${root(21)} }`)).toEqual([{ limit: 'rootFields', actual: 21 }]);
  });

  test('measures introspection by its own bounds', () => {
    const types = `ofType { ${'ofType { '.repeat(20)}name${' }'.repeat(20)} }`;
    expect(breachesOf(`{ __type(name: "A") { ${types} } }`)).toEqual([]);
    expect(breachesOf(`{ __type(name: "A") { ofType { ofType { ${types} } } } }`)).toEqual([
      { limit: 'introspectionDepth', actual: documentLimits.introspectionDepth + 1 },
    ]);
  });

  test('counts lists of introspection inside each other, fragments included', () => {
    const text = `{ __schema { types { ...t } } } fragment t on __Type { fields { type { ...u } } }
      fragment u on __Type { fields { args { type { enumValues { name } } } } }`;
    expect(breachesOf(text)).toEqual([{ limit: 'introspectionLists', actual: 5 }]);
  });

  test('counts the directives at each place, and all of them', () => {
    const skips = (count: number): string => '@skip(if: false) '.repeat(count);
    const places = `query Q ${skips(10)} { a ${skips(10)} ... ${skips(10)} { ...f ${skips(10)} } }`;
    expect(breachesOf(`${places} fragment f on A ${skips(10)} { a }`)).toEqual([]);
    expect(breachesOf(`${places} fragment f on A ${skips(11)} { a }`)).toEqual([
      { limit: 'directives', actual: 11 },
      { limit: 'directivesInAll', actual: 51 },
    ]);
    expect(breachesOf(`query Q($a: Int ${skips(11)}) { a }`)).toEqual([{ limit: 'directives', actual: 11 }]);
  });

  test.each([
    ['spread twice', (next: string) => `...${next} ...${next}`],
    ['spread inside others', (next: string) => `...${next} ... { ...${next} ... on A { ...${next} } }`],
    ['spread in fields', (next: string) => `a { ...${next} } a { ...${next} }`],
  ])('ends on fragments that are %s, 100 levels down', (_, body) => {
    const fragments = Array.from({ length: 100 }, (__, at) => `fragment f${at} on A { ${body(`f${at + 1}`)} }`);
    const found = breachesOf(`{ ...f0 } ${fragments.join(' ')} fragment f100 on A { ${mentions(16)} }`);
    expect(found).toContainEqual({ limit: 'aliases', actual: 16 });
  });

  test('looks at each fragment once', () => {
    const fragments = Array.from(
      { length: 60 },
      (_, index) => `fragment f${index} on A { ...f${index + 1} ...f${index + 1} }`,
    );
    expect(breachesOf(`{ ...f0 } ${fragments.join(' ')} fragment f60 on A { ${deep(13)} }`)).toEqual([
      { limit: 'depth', actual: 13 },
    ]);
  });

  test('ends on fragments that go round', () => {
    expect(breachesOf('{ ...f } fragment f on A { a { ...g } } fragment g on A { a { ...f } }')).toEqual([]);
  });
});
