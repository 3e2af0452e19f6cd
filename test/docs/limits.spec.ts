import { describe, expect, test } from '@jest/globals';
import { Kind, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { knownCost } from '../../src/platform/graphql/limits/cost/known-costs.js';
import { documentLimits } from '../../src/platform/graphql/limits/limits.js';
import { schemaOfApp } from '../support/app-schema.js';

const text = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8');

const schema = await schemaOfApp();

function costOf(query: string, variables: Record<string, unknown>) {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('No operation.');
  return knownCost(schema, document, operation)(variables);
}

const examples = [...text.matchAll(/^\| `(.*?)` \| `(\{.*?\})` \| (\d+) \| (\d+) \|$/gm)];

describe('docs/limits.md', () => {
  test('has examples', () => {
    expect(examples.length).toBeGreaterThan(5);
  });

  test.each(examples.map(([, query = '', variables = '', calls, objects]) => [query, variables, calls, objects]))(
    'costs what it says: %s',
    (query = '', variables = '', calls, objects) => {
      const cost = costOf(query, JSON.parse(variables) as Record<string, unknown>);
      expect(cost).toEqual({ calls: Number(calls), objects: Number(objects) });
    },
  );

  test('gives the limits as they are', () => {
    const told = [...text.matchAll(/^\| `(\w+)` \| (\d+) \|/gm)].map(([, name, allowed]) => [name, Number(allowed)]);
    const { objects, calls, ...ofDocuments } = documentLimits;
    expect(Object.fromEntries(told)).toEqual(ofDocuments);
    expect(text).toContain(`more than ${calls} calls to TMDb (\`calls\`) or answer more than ${objects / 1000},000`);
  });
});

/** What clients need has to fit. */
describe('60 calls are enough for', () => {
  const ids = Array.from({ length: 100 }, (_, index) => index + 1);

  test.each<[string, string, Record<string, unknown>]>([
    ['100 films of a list', '{ movies(first: 100) { nodes { title overview poster { url } genres { name } } } }', {}],
    ['50 films with their cast', '{ movies(first: 50) { nodes { title cast { nodes { name } } } } }', {}],
    ['100 by number', 'query ($ids: [Int!]!) { moviesByTmdbIds(tmdbIds: $ids) { title poster { url } } }', { ids }],
    ['100 nodes', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Movie { title } } }', { ids }],
    ['a watchlist', '{ viewer { watchlist(first: 100) { nodes { addedAt movie { title } } } } }', {}],
    ['films and favourites', '{ viewer { favorites(first: 100) { edges { node { movie { title } } } } } }', {}],
    [
      'a hundred changes at once',
      `mutation ($input: UpdateLibraryInput!) { updateLibrary(input: $input) {
        ... on UpdateLibrarySuccess { movies { title viewerState { rating } } } } }`,
      { input: { changes: ids.map((tmdbId) => ({ addToWatchlist: { tmdbId } })) } },
    ],
  ])('%s', (_, query, variables) => {
    expect(costOf(query, variables).calls).toBeLessThanOrEqual(documentLimits.calls);
  });
});
