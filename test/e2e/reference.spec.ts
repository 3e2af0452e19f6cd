import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type Body, getBody } from '#demo/server/testing/api-client.js';
import { type Api, startApi } from '../support/api.js';
import {
  about,
  allCountries,
  allLanguages,
  certificationsOfRegion,
  providersOfRegion,
} from './queries/other-queries.js';
import { catalogue, idOf } from './subjects.js';

let api: Api;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

test('says what this API is, and shows the notices of its sources', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect((await api.ask(about)).data.about).toEqual({
    version,
    mode: 'LIVE',
    sendsMail: false,
    notice: 'This product uses TMDB and the TMDB APIs but is not endorsed, certified, or otherwise approved by TMDB.',
    watchProviderNotice: expect.stringContaining('JustWatch'),
  });
});

test.each(['US', 'BR'])('lists the services of %s as TMDb ranks them', async (region) => {
  const { results } = await getBody(api.standIn, `/watch/providers/movie?watch_region=${region}`);
  expect(results.length).toBeGreaterThan(0);
  expect((await api.ask(providersOfRegion, { region })).data.watchProviders).toEqual(
    results.map((row: Body) => ({
      id: idOf('WatchProvider', row.provider_id),
      tmdbId: row.provider_id,
      name: row.provider_name,
      logo: { url: `${api.standIn.imageUrl}/w185${row.logo_path}` },
    })),
  );
});

test.each(['US', 'BR'])('lists the certifications of %s, mildest first', async (region) => {
  const ladder = catalogue.reference.certifications[region] ?? [];
  expect((await api.ask(certificationsOfRegion, { region })).data.certifications).toEqual(
    ladder
      .map(({ certification: name, meaning, order }) => ({ name, meaning, order }))
      .toSorted((one, other) => one.order - other.order),
  );
});

test('has no certifications for a country without any', async () => {
  expect((await api.ask(certificationsOfRegion, { region: 'AQ' })).data).toEqual({ certifications: [] });
});

test('lists the languages', async () => {
  expect((await api.ask(allLanguages)).data.languages).toEqual(
    catalogue.reference.languages.map(({ code, english, native }) => ({
      code,
      englishName: english,
      nativeName: native,
    })),
  );
});

test('names the countries in the language asked for', async () => {
  expect((await api.ask(allCountries, { locale: 'pt-BR' })).data.countries).toEqual(
    catalogue.reference.countries.map(({ code, pt }) => ({ code, name: pt })),
  );
});

test('names the countries in English without a language', async () => {
  expect((await api.ask(allCountries)).data.countries).toEqual(
    catalogue.reference.countries.map(({ code, name }) => ({ code, name })),
  );
});
