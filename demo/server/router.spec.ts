import { expect, test } from '@jest/globals';
import { buildCatalogue } from '../catalogue/build-catalogue.js';
import { bundledRecords } from '../catalogue/load-records.js';
import { Router } from './router.js';
import { routes } from './routes.js';
import type { Body } from './testing/api-client.js';

const now = new Date('2026-06-15T12:00:00Z');
const name = bundledRecords.films[0]?.directors[0] ?? '';
const record = {
  name,
  gender: 1,
  biography: 'Made films.',
  ptBiography: 'Fez filmes.',
  alsoKnownAs: ['Élodie Ürsprung'],
};
const catalogue = buildCatalogue(now, { ...bundledRecords, people: [record] });
const router = new Router(routes);

function answer(path: string, query: Record<string, string> = {}): Body {
  const match = router.match(path);
  return match?.handler({ params: match.params, query, catalogue, now, changedFilms: [], imageUrl: '' });
}

test('the standing lists win over an id, and parts with a slash have a path', () => {
  expect(answer('/movie/popular')).toHaveProperty('total_pages');
  expect(answer('/movie/1000000001')).toHaveProperty('budget');
  expect(answer('/movie/1000000001/watch/providers')).toHaveProperty('results');
});

test('what has no route has no match', () => {
  for (const path of ['', '/', '/movie', '/movie/', '/movie/1/nonsense', '/movie/1/credits/more', '/%']) {
    expect(router.match(path)).toBeNull();
  }
});

test('a biography is in the language that was asked for, and empty in others', () => {
  const id = catalogue.people.find((person) => person.name === name)?.id;
  const biographyIn = (language: string) => answer(`/person/${id}`, { language }).biography;
  expect(['en-US', 'pt-BR', 'ja-JP'].map(biographyIn)).toEqual(['Made films.', 'Fez filmes.', '']);
  const { translations } = answer(`/person/${id}/translations`);
  expect(translations.map(({ iso_639_1: code }: Body) => code)).toEqual(['en', 'pt']);
});

test('people are found by other names too, with the films they are known for', () => {
  const { results } = answer('/search/person', { query: 'elodie urs' });
  expect(results).toMatchObject([{ name, gender: 1 }]);
  expect(results[0].known_for[0]).toMatchObject({ media_type: 'movie', id: expect.any(Number) });
});
