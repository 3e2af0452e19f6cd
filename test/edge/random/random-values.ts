import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  isEnumType,
  isNonNullType,
  isRequiredArgument,
} from 'graphql';
import { catalogue, firstOf, idOf } from '../../e2e/subjects.js';
import { goodTmdbId, goodValue } from '../hostile/good-values.js';
import type { Random } from './random.js';

const films = catalogue.films.filter(({ isAdult, isSoftcore }) => !isAdult && !isSoftcore).slice(0, 12);
const person = firstOf(firstOf(films).cast).person.id;
const nodes = [
  ...films.slice(0, 4).map(({ id }) => idOf('Movie', id)),
  idOf('Person', person),
  idOf('Genre', goodTmdbId('Genre')),
  idOf('Keyword', goodTmdbId('Keyword')),
  idOf('Collection', goodTmdbId('Collection')),
  idOf('Movie', 1),
];

const locales = ['"en-US"', '"pt-BR"', '"pt-BR, pt;q=0.8, en"', '"de-DE"'];
const filters = ['{}', '{ voteAverage: { gte: 5.5 } }', '{ voteAverage: { gte: 1, lte: 8 }, originalLanguage: "en" }'];

/** The arguments of a field that are given: what is required, one name of the thing, and some of the others. */
export function argumentsOf(field: GraphQLField<unknown, unknown>, random: Random): [GraphQLArgument, string][] {
  const isNamed = field.args.some(({ name }) => name === 'tmdbId');
  return field.args.flatMap((argument): [GraphQLArgument, string][] => {
    const { name } = argument;
    if (isNamed && (name === 'id' || name === 'imdbId')) return [];
    const isNeeded = isRequiredArgument(argument) || name === 'tmdbId' || name === 'first';
    // A cursor is of one list, as it was given.
    if (name === 'after' || !(isNeeded || random.chance(0.3))) return [];
    return [[argument, valueOf(argument, field, random)]];
  });
}

function valueOf({ name, type }: GraphQLArgument, field: GraphQLField<unknown, unknown>, random: Random): string {
  const named = getNamedType(type);
  if (name === 'tmdbId')
    return field.name === 'movie' ? String(random.pick(films).id) : goodTmdbId(getNamedType(field.type).name);
  if (name === 'tmdbIds')
    return `[${random
      .some(films, 3)
      .map(({ id }) => id)
      .join(', ')}]`;
  if (name === 'ids')
    return `[${random
      .some(nodes, 4)
      .map((id) => `"${id}"`)
      .join(', ')}]`;
  if (name === 'id') return `"${random.pick(nodes)}"`;
  if (name === 'first') return String(random.between(1, 3));
  if (named.name === 'Locale') return random.pick(locales);
  if (named.name === 'CountryCode') return random.pick(['"US"', '"BR"', '"DE"']);
  if (named.name === 'LanguageCode') return '"pt"';
  if (name === 'year') return '1999';
  if (name === 'filter') return random.pick(filters);
  if (name === 'query') return random.pick(['"the"', '"a"', '"day"']);
  if (!isNonNullType(type) && random.chance(0.1)) return 'null';
  return isEnumType(named) && String(type) === named.name
    ? random.pick(named.getValues()).name
    : goodValue(name, type, '');
}
