import type { Attack } from './attack.js';
import { type BadValue, badValues } from './bad-values.js';
import type { Place } from './places.js';

/** What nearly every field takes, read by the same code everywhere. */
const common = /[(.](locale|region|first|after):\)$/;

/**
 * Each kind of bad value at each place: which value of the kind, and whether as a literal or as a variable, goes by
 * turns, so that all come many times as both. Of what all fields have in common each place gets a third of the kinds.
 */
export function attacksOn(places: readonly Place[], headers: Readonly<Record<string, string>> = {}): Attack[] {
  return places.flatMap((place, row) =>
    badValues.flatMap((kind, column) => {
      const value = kind[Math.floor(row / 2) % kind.length];
      if (value === undefined || (common.test(place.name) && (row + column) % 3 !== 0)) return [];
      return [{ ...((row + column) % 2 === 0 ? asLiteral : asVariable)(place, value), headers }];
    }),
  );
}

function asLiteral({ name, document }: Place, value: BadValue): Attack {
  return { name: `${name} literal ${value.name}`, body: JSON.stringify({ query: document(value.literal, '') }) };
}

function asVariable({ name, type, document }: Place, value: BadValue): Attack {
  const query = JSON.stringify(document('$v', `($v: ${String(type)})`));
  return { name: `${name} variable ${value.name}`, body: `{"query":${query},"variables":{"v":${value.json}}}` };
}
