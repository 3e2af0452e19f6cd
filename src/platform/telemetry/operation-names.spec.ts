import { describe, expect, test } from '@jest/globals';
import { OperationNames } from './operation-names.js';

let now = 0;

function names(released: string[] = []): OperationNames {
  return new OperationNames(
    (name) => released.push(name),
    () => now,
  );
}

function see(known: OperationNames, name: string | undefined, times: number): string {
  let counted = '';
  for (let seen = 0; seen < times; seen += 1) counted = known.countedAs(name);
  return counted;
}

describe('the name of an operation', () => {
  test('counts by itself once it was seen ten times', () => {
    const known = names();
    expect([see(known, 'Home', 9), see(known, 'Home', 1)]).toEqual(['other', 'Home']);
  });

  test.each([undefined, 'x'.repeat(61)])('is none of its own: %s', (name) => {
    expect(see(names(), name, 20)).toBe('other');
  });

  test('is one of a hundred, however many are invented', () => {
    const known = names();
    see(known, 'Home', 10);
    const counted = new Set<string>();
    for (let index = 0; index < 10_000; index += 1) counted.add(see(known, `Invented${index}`, 10));
    expect(counted.size).toBe(100);
    expect(known.countedAs('Home')).toBe('Home');
  });

  test('gives its place up when it was not seen for an hour and another wants it', () => {
    const released: string[] = [];
    const known = names(released);
    for (let index = 0; index < 100; index += 1) see(known, `Name${index}`, 10);
    now += 3_599_999;
    for (let index = 1; index < 100; index += 1) known.countedAs(`Name${index}`);
    expect(see(known, 'New', 10)).toBe('other');
    now += 1;
    expect([known.countedAs('New'), released]).toEqual(['New', ['Name0']]);
  });
});
