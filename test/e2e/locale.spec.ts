import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Body } from '#demo/server/testing/api-client.js';
import { type Api, startApi } from '../support/api.js';
import { certificationOf } from './expected-certification.js';
import { catalogue, filmWhere, firstOf, idOf, personWhere } from './subjects.js';

let api: Api;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const translated = filmWhere(({ record, originalTitle }) =>
  Boolean(record.pt && record.pt.title !== record.title && originalTitle !== record.title && record.language !== 'pt'),
);
const { record, originalTitle } = translated;
const titles = { en: record.title, pt: record.pt?.title, other: originalTitle };

/** The title that a field with these arguments and header has. */
async function titleFor(args: string, headers: Record<string, string> = {}): Promise<string> {
  const { data } = await api.ask(`{ movie(tmdbId: ${translated.id}${args}) { title } }`, {}, headers);
  return data.movie.title;
}

async function headersFor(query: string, headers: Record<string, string> = {}): Promise<Headers> {
  return (await api.fetch({ query }, headers)).headers;
}

describe('the language', () => {
  test('is English without a word about it', async () => {
    expect(await titleFor('')).toBe(titles.en);
  });

  test.each([
    ['pt-BR', titles.pt],
    ['pt', titles.pt],
    ['PT-br', titles.pt],
    ['fi-FI', titles.other],
    ['pt-BR, pt;q=0.8, en', titles.pt],
    ['en;q=0.3, pt-BR;q=0.9', titles.pt],
  ])('is that of the argument %s', async (locale, title) => {
    expect(await titleFor(`, locale: "${locale}"`)).toBe(title);
  });

  test.each([
    ['pt-BR', titles.pt],
    ['en;q=0.1, pt-BR;q=0.9', titles.pt],
    ['pt-BR;q=0.2, en-GB', titles.en],
    ['pt-BR;q=0, en', titles.en],
    ['*, pt-BR;q=0.5', titles.pt],
    ['*', titles.en],
    ['not a tag!, x_y, pt-BR;q=0.5', titles.pt],
    ['%%%', titles.en],
  ])('is that of Accept-Language %s', async (header, title) => {
    expect(await titleFor('', { 'accept-language': header })).toBe(title);
  });

  test('is that of the argument where both are given', async () => {
    expect(await titleFor(', locale: "pt-BR"', { 'accept-language': 'en' })).toBe(titles.pt);
  });

  test.each(['', 'portuguese!', 'pt-BR, ?', '*'])('can not be %j', async (locale) => {
    const { errors } = await api.ask(`{ movie(tmdbId: 1, locale: "${locale}") { title } }`);
    expect(errors?.[0]?.message).toContain('A locale is a BCP 47 tag');
  });

  test('can differ between fields of one film', async () => {
    const query = `query($id: Int!) {
      movie(tmdbId: $id, locale: "en-US") {
        title overview tagline poster { url }
        ptTitle: title(locale: "pt-BR") ptOverview: overview(locale: "pt-BR") ptTagline: tagline(locale: "pt-BR")
        ptPoster: poster(locale: "pt-BR") { url }
      }
    }`;
    const poster = (language: string) => ({
      url: `${api.standIn.imageUrl}/w500/${translated.id}-poster-${language}.svg`,
    });
    expect((await api.ask(query, { id: translated.id })).data.movie).toEqual({
      title: record.title,
      overview: record.overview,
      tagline: record.tagline ?? null,
      poster: poster('en'),
      ptTitle: record.pt?.title,
      ptOverview: record.pt?.overview,
      ptTagline: record.pt?.tagline ?? null,
      ptPoster: poster('pt'),
    });
  });

  test('can differ between root fields of one request', async () => {
    const { data } = await api.ask(`{
      one: movie(tmdbId: ${translated.id}, locale: "en") { title }
      other: movie(tmdbId: ${translated.id}, locale: "pt-BR") { title }
      again: nodes(ids: ["${idOf('Movie', translated.id)}"], locale: "pt-BR") { ... on Movie { title } }
    }`);
    expect(data).toEqual({ one: { title: titles.en }, other: { title: titles.pt }, again: [{ title: titles.pt }] });
  });
});

describe('the language of a root field goes down', () => {
  const titleIn = (id: number): string | undefined => {
    const film = catalogue.filmById.get(id);
    return film?.record.pt?.title ?? film?.originalTitle;
  };
  const genreIn = (id: number): string | undefined => catalogue.reference.genres.find((genre) => genre.id === id)?.pt;
  // The genres are read by what the film hands down; its title was there already.
  const fields = 'tmdbId title genres { tmdbId name }';
  const isGenreIn = ({ tmdbId, name }: Body): boolean => name === genreIn(tmdbId);
  const isTranslated = ({ tmdbId, title, genres }: Body): boolean =>
    title === titleIn(tmdbId) && genres.every(isGenreIn);

  test('to recommendations, similar films, genres and the collection of a film', async () => {
    const film = filmWhere(({ collection, genres }) => collection !== null && genres.length > 0);
    const { data } = await api.ask(`{
      movie(tmdbId: ${film.id}, locale: "pt-BR") {
        recommendations { nodes { ${fields} } } similar { nodes { ${fields} } }
        genres { tmdbId name } collection { name parts { nodes { ${fields} } } }
      }
    }`);
    const { recommendations, similar, genres, collection } = data.movie;
    expect([...recommendations.nodes, ...similar.nodes, ...collection.parts.nodes].every(isTranslated)).toBe(true);
    expect(genres.every(isGenreIn)).toBe(true);
    expect(collection.name).toContain('Coleção');
  });

  test('to the filmography of people and to the films of a genre', async () => {
    const person = personWhere(({ cast }) => cast.some(({ film }) => film === translated));
    const { data } = await api.ask(`{
      person(tmdbId: ${person.id}, locale: "pt-BR") {
        filmography { nodes { ${fields} } } knownFor { ${fields} }
      }
      genre(tmdbId: ${firstOf(translated.genres).id}, locale: "pt-BR") { movies { nodes { ${fields} } } }
    }`);
    const films = [...data.person.filmography.nodes, ...data.person.knownFor, ...data.genre.movies.nodes];
    expect(films.every(isTranslated)).toBe(true);
    expect(films).toContainEqual(expect.objectContaining({ tmdbId: translated.id, title: titles.pt }));
  });

  test('to what people of a film have done', async () => {
    const query = `{ movie(tmdbId: ${translated.id}, locale: "pt-BR") {
      cast(first: 1) { nodes { filmography { nodes { tmdbId title } } } }
    } }`;
    const [person] = (await api.ask(query)).data.movie.cast.nodes;
    expect(person.filmography.nodes).toContainEqual({ tmdbId: translated.id, title: titles.pt });
  });
});

describe('the headers of the answer', () => {
  const film = `movie(tmdbId: ${translated.id}`;

  test.each([
    ['en-US', `{ ${film}) { title } }`, {}],
    ['pt-BR', `{ ${film}, locale: "pt-BR") { title } }`, {}],
    ['fi', `{ ${film}) { title } }`, { 'accept-language': 'fi' }],
    ['en-US, pt', `{ ${film}) { title pt: title(locale: "pt") } }`, {}],
    ['en, pt-BR', `{ a: ${film}, locale: "en") { title } b: ${film}, locale: "pt-BR") { title } }`, {}],
  ] as [string, string, Record<string, string>][])('name the language: %s', async (expected, query, headers) => {
    expect((await headersFor(query, headers)).get('content-language')).toBe(expected);
  });

  test('name no language where none was asked in', async () => {
    expect((await headersFor('{ about { version } }')).get('content-language')).toBeNull();
  });

  test('say that Accept-Language had a say where it had', async () => {
    const headers = await headersFor(`{ ${film}) { title } }`, { 'accept-language': 'pt' });
    expect(headers.get('vary')).toContain('Accept-Language');
  });

  test('say so where a header would have had a say', async () => {
    expect((await headersFor(`{ ${film}) { title } }`)).get('vary')).toContain('Accept-Language');
  });

  test.each([`{ ${film}, locale: "pt-BR") { title } }`, '{ about { version } }', '{ languages { code } }'])(
    'do not say so of %s',
    async (query) => {
      const headers = await headersFor(query, { 'accept-language': 'fi' });
      expect(headers.get('vary') ?? '').not.toContain('Accept-Language');
    },
  );
});

describe('the region', () => {
  const rated = filmWhere(
    (film) =>
      certificationOf(film, 'US') !== null &&
      certificationOf(film, 'BR') !== null &&
      film.offers.some(({ country }) => country === 'US') &&
      film.offers.some(({ country }) => country === 'BR'),
  );
  const seen = async (args: string, headers?: Record<string, string>) => {
    const query = `{ movie(tmdbId: ${rated.id}${args}) { certification watchProviders { region } } }`;
    return (await api.ask(query, {}, headers)).data.movie;
  };
  const in_ = (region: string) => ({ certification: certificationOf(rated, region), watchProviders: { region } });

  test.each([
    ['is the United States without a word about it', '', {}, 'US'],
    ['is that of the argument', ', region: "BR"', {}, 'BR'],
    ['may be in small letters', ', region: "br"', {}, 'BR'],
    ['is the country of the locale', ', locale: "pt-BR"', {}, 'BR'],
    ['is the country of Accept-Language', '', { 'accept-language': 'en-BR' }, 'BR'],
    ['is that of the argument before that of the locale', ', locale: "pt-BR", region: "US"', {}, 'US'],
    ['is the United States for a locale without a country', ', locale: "pt"', {}, 'US'],
  ] as [string, string, Record<string, string>, string][])('%s', async (_, args, headers, region) => {
    expect(await seen(args, headers)).toEqual(in_(region));
  });

  test('can differ for one field', async () => {
    const query = `{ movie(tmdbId: ${rated.id}) { certification(region: "BR") watchProviders(region: "BR") { region } } }`;
    expect((await api.ask(query)).data.movie).toEqual(in_('BR'));
  });

  test.each(['USA', 'U', '12', ''])('can not be %j', async (region) => {
    const { errors } = await api.ask(`{ movie(tmdbId: 1, region: "${region}") { title } }`);
    expect(errors?.[0]?.message).toContain('A country is a code of two letters');
  });
});
