import { GraphQLSchemaHost } from '@nestjs/graphql';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startStandIn, type StandIn } from '#demo/stand-in.js';
import { getNamedType, type GraphQLField, type GraphQLObjectType, isCompositeType, isObjectType } from 'graphql';
import { createApp } from '../../src/app.js';
import { loadConfig } from '../../src/config/load-config.js';
import { callsExtension, type FieldCalls } from '../../src/platform/graphql/limits/cost/calls.decorator.js';
import { startApi } from '../support/api.js';
import { filmList, wholeSearch } from './queries/list-queries.js';
import { wholeMovie } from './queries/movie-queries.js';
import { allGenres, collectionWithParts, companyFilms, genreFilms, keywordFilms } from './queries/other-queries.js';
import { personFacts, personFilms } from './queries/person-queries.js';
import { catalogue, firstOf } from './subjects.js';

type Field = GraphQLField<unknown, unknown>;

/** Nothing is asked of it. */
const nowhere = { DATABASE_URL: 'postgres://127.0.0.1:1/none' };

const app = await createApp(
  loadConfig({ ...nowhere, LOG_LEVEL: 'silent', TMDB_READ_TOKEN: 'none', JWT_SECRET: 'x'.repeat(32) }),
);
const { schema } = app.get(GraphQLSchemaHost);
await app.close();

/** How some of each type are come by so that a list has told their summaries. */
const lists: Readonly<Record<string, (fields: string) => string>> = {
  Movie: (fields) => `{ discoverMovies(first: 3) { nodes { ${fields} } } }`,
  Person: (fields) => `{ people(first: 3) { nodes { ${fields} } } }`,
  Collection: (fields) => `{ search(query: "the") { collections(first: 3) { nodes { ${fields} } } } }`,
  Company: (fields) => `{ search(query: "films") { companies(first: 3) { nodes { ${fields} } } } }`,
  Keyword: (fields) => `{ search(query: "e") { keywords(first: 3) { nodes { ${fields} } } } }`,
  Genre: (fields) => `{ genres { ${fields} } }`,
  SearchResults: (fields) => `{ search(query: "the") { ${fields} } }`,
  Query: (fields) => `{ ${fields} }`,
};

const [film] = catalogue.films;
const needed: Readonly<Record<string, string>> = {
  movie: `(tmdbId: ${film!.id})`,
  person: `(tmdbId: ${firstOf(catalogue.people).id})`,
  collection: `(tmdbId: ${firstOf(catalogue.collections).id})`,
  company: `(tmdbId: ${firstOf(catalogue.companies).id})`,
  genre: '(tmdbId: 18)',
  keyword: `(tmdbId: ${firstOf(catalogue.keywords).id})`,
  moviesByTmdbIds: `(tmdbIds: [${film!.id}])`,
  nodes: '(ids: [""])',
  node: '(id: "")',
  list: '(id: "")',
  search: '(query: "the")',
  searchMovies: '(query: "the")',
};

function mentionOf(parent: GraphQLObjectType, { name, type }: Field): string {
  const selection = isCompositeType(getNamedType(type)) ? '{ __typename }' : '';
  return `${name} ${parent.name === 'Query' ? (needed[name] ?? '') : ''} ${selection}`;
}

/** Fields that declare nothing together, those that need only their thing, and each other by itself. */
function groupOf({ name, extensions }: Field): string {
  const calls = extensions[callsExtension] as FieldCalls | undefined;
  if (calls === undefined) return 'what declares nothing';
  return JSON.stringify(calls) === '{"needsThing":true}' ? 'what needs the thing' : name;
}

const cases = Object.entries(lists).flatMap(([name, listOf]) => {
  const parent = schema.getType(name);
  if (!isObjectType(parent)) throw new Error(`There is no type ${name}.`);
  return [...Map.groupBy(Object.values(parent.getFields()), groupOf)].map(
    ([group, fields]) =>
      [`${name}: ${group}`, listOf(fields.map((field) => mentionOf(parent, field)).join(' '))] as const,
  );
});

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.close());

/** Asks with an empty cache: what it costs, and the calls that were made. */
async function costOf(query: string, variables?: object): Promise<{ calls: number; made: number }> {
  const api = await startApi(nowhere, standIn);
  try {
    const response = await api.fetch({ query, variables }, { 'x-watchme-extensions': 'cost' });
    expect(response.headers.get('cache-control')).toContain('no-store');
    const { extensions } = (await response.json()) as { extensions: { cost: { calls: number; objects: number } } };
    const made = api.takeCalls().length;
    const { calls, objects } = extensions.cost;
    const allowed = { callsAllowed: 60, objectsAllowed: 20_000 };
    expect(extensions.cost).toEqual({ ...allowed, calls, objects, upstreamCalls: made });
    return { calls, made };
  } finally {
    await api.close();
  }
}

describe('No call is made that is not counted:', () => {
  test.each(cases)('%s', async (_, query) => {
    const { calls, made } = await costOf(query);
    expect(made).toBeLessThanOrEqual(calls);
  });

  test('the cases are those of every type that makes calls', () => {
    expect(cases.length).toBeGreaterThan(40);
  });
});

describe('What tests ask costs no less than the calls it leads to, and not much more:', () => {
  test.each<[string, string, object, number]>([
    ['100 films of a list', filmList, { first: 100 }, 5],
    ['a search for everything', wholeSearch, { query: 'the' }, 6],
    ['all of a film', wholeMovie, { tmdbId: film!.id }, 2],
    ['facts on a person', personFacts, { tmdbId: firstOf(catalogue.people).id }, 1],
    ['films of a person', personFilms, { tmdbId: firstOf(catalogue.people).id }, 1],
    ['a collection', collectionWithParts, { tmdbId: firstOf(catalogue.collections).id }, 3],
    ['all genres', allGenres, {}, 1],
    ['films of a genre', genreFilms, { tmdbId: 18 }, 2],
    ['films of a keyword', keywordFilms, { tmdbId: firstOf(catalogue.keywords).id }, 2],
    ['films of a company', companyFilms, { tmdbId: firstOf(catalogue.companies).id }, 2],
  ])('%s', async (_, query, variables, expected) => {
    const { calls, made } = await costOf(query, variables);
    expect(calls).toBe(expected);
    expect(made).toBeLessThanOrEqual(calls);
    expect(calls - made).toBeLessThanOrEqual(1);
  });
});
