import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Film, Person } from '#demo/catalogue/model.js';
import { listMovie } from '#demo/server/bodies/list-movie.js';
import type { Body } from '#demo/server/testing/api-client.js';
import { type Api, startApi } from '../support/api.js';
import { catalogue, firstOf, idOf } from './subjects.js';

let api: Api;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const films = catalogue.films.filter(({ isAdult, isSoftcore }) => !isAdult && !isSoftcore);
const untranslated = films.filter(
  ({ record, originalTitle }) => !record.pt && originalTitle !== record.title && record.overview !== '',
);
const translated = films.filter(
  ({ record, originalTitle }) => record.pt && record.pt.title !== record.title && originalTitle !== record.pt.title,
);

/** A film that no test has asked for yet, so that nothing of it is held. */
function fresh(pool: Film[]): Film {
  return firstOf(pool.splice(0, 1));
}

/** The film of an answer without errors, and the calls that it led to. */
async function read(
  { id }: Film,
  fields: string,
  locale?: string,
  headers?: Record<string, string>,
): Promise<{ movie: Body; calls: string[] }> {
  const argument = locale === undefined ? '' : `, locale: "${locale}"`;
  const query = `{ movie(tmdbId: ${id}${argument}) { ${fields} } }`;
  const { found, calls } = await readFrom(query, (data) => data.movie, headers);
  return { movie: found, calls };
}

async function readFrom(query: string, pick: (data: Body) => Body, headers?: Record<string, string>) {
  api.takeCalls();
  const { data, errors } = await api.ask(query, {}, headers);
  expect(errors).toBeUndefined();
  return { found: pick(data), calls: api.takeCalls() };
}

const texts = 'title overview resolvedLocale { title overview }';
const inEnglish = ({ record }: Film) => ({
  title: record.title,
  overview: record.overview,
  resolvedLocale: { title: 'en-US', overview: 'en-US' },
});
const inPortuguese = ({ record }: Film) => ({
  title: record.pt?.title,
  overview: record.pt?.overview,
  resolvedLocale: { title: 'pt-BR', overview: 'pt-BR' },
});
const bare = ({ originalTitle, record }: Film) => ({
  title: originalTitle,
  overview: null,
  resolvedLocale: { title: record.language, overview: null },
});

describe('a film without a translation', () => {
  test.each(['pt-BR, en', 'en;q=0.2, pt-BR', 'fi, pt-BR;q=0.9, ja;q=0, en;q=0.1'])(
    'is told in the next language of the chain %s, for one call and then for none',
    async (chain) => {
      const film = fresh(untranslated);
      expect(await read(film, texts, chain)).toEqual({ movie: inEnglish(film), calls: [`/movie/${film.id}`] });
      expect(await read(film, texts, chain)).toEqual({ movie: inEnglish(film), calls: [] });
    },
  );

  test('is told along the chain of Accept-Language', async () => {
    const film = fresh(untranslated);
    const headers = { 'accept-language': 'pt-BR, en;q=0.5' };
    expect(await read(film, texts, undefined, headers)).toEqual({
      movie: inEnglish(film),
      calls: [`/movie/${film.id}`],
    });
  });

  test('has its original title in a chain of one, of which nothing more is read', async () => {
    const film = fresh(untranslated);
    expect((await read(film, texts, 'pt-BR')).movie).toEqual(bare(film));
    expect(api.standIn.calls.at(-1)?.query['append_to_response']).toBeUndefined();
  });

  test('has its original title where no language of the chain has one', async () => {
    const film = fresh(untranslated);
    expect((await read(film, texts, 'pt-BR, fi')).movie).toEqual(bare(film));
  });

  test('does without what can not be had', async () => {
    const film = fresh(untranslated);
    api.standIn.rewrite(`/movie/${film.id}`, (body) => ({ ...(body as Body), translations: { success: false } }));
    expect((await read(film, texts, 'pt-BR, en')).movie).toEqual(bare(film));
  });

  test('names in Content-Language what it is told in', async () => {
    const film = fresh(untranslated);
    const languages = async (locale: string) => {
      const answer = await api.fetch({ query: `{ movie(tmdbId: ${film.id}, locale: "${locale}") { title } }` });
      return answer.headers.get('content-language');
    };
    expect(await languages('pt-BR, fi, en')).toBe('pt-BR, en-US');
    expect(await languages('en, pt-BR')).toBe('en');
  });
});

describe('each text of a film', () => {
  test('is filled by itself', async () => {
    const film = fresh(translated);
    api.standIn.rewrite(`/movie/${film.id}`, (body) => {
      const { translations, ...own } = body as Body;
      const rows = translations.translations.map((row: Body) => {
        const homepage = `https://${row.iso_639_1}.example/`;
        if (row.iso_639_1 !== 'pt') return { ...row, data: { ...row.data, tagline: 'A line', homepage } };
        return { ...row, data: { ...row.data, overview: '', tagline: '', homepage: '' } };
      });
      return { ...own, overview: '', tagline: '', homepage: '', translations: { translations: rows } };
    });
    expect(await read(film, `${texts} tagline homepage`, 'pt-BR, en')).toEqual({
      movie: {
        title: film.record.pt?.title,
        overview: film.record.overview,
        tagline: 'A line',
        homepage: 'https://en.example/',
        resolvedLocale: { title: 'pt-BR', overview: 'en-US' },
      },
      calls: [`/movie/${film.id}`],
    });
  });

  test('can go along a chain of its own', async () => {
    const film = fresh(untranslated);
    const own = ['title', 'overview', 'tagline'].map((name) => `${name}(locale: "pt-BR, en")`).join(' ');
    const { movie, calls } = await read(film, `${own} originally: title`, 'fi');
    expect(movie).toEqual({
      title: film.record.title,
      overview: film.record.overview,
      tagline: film.record.tagline ?? null,
      originally: film.originalTitle,
    });
    expect(calls).toEqual(Array(2).fill(`/movie/${film.id}`));
  });

  test('is not looked for where a list has told it', async () => {
    const film = fresh(translated);
    await listOf(film, 'title');
    expect(await read(film, texts, 'pt-BR, en')).toEqual({ movie: inPortuguese(film), calls: [] });
  });
});

test('films by other names and several at once cost one call each', async () => {
  const [one, other] = [fresh(untranslated), fresh(untranslated)];
  const query = `{
    nodes(ids: ["${idOf('Movie', one.id)}"], locale: "pt-BR, en") { ... on Movie { ${texts} } }
    moviesByTmdbIds(tmdbIds: [${one.id}, ${other.id}], locale: "pt-BR, en") { ${texts} }
  }`;
  const { found: data, calls } = await readFrom(query, (all) => all);
  expect(data).toEqual({
    nodes: [inEnglish(one)],
    moviesByTmdbIds: [inEnglish(one), inEnglish(other)],
  });
  expect(calls.toSorted()).toEqual([`/movie/${one.id}`, `/movie/${other.id}`].toSorted());
});

test('a film that there is not is asked for once', async () => {
  expect(await read({ id: 3 } as Film, texts, 'pt-BR, en')).toEqual({ movie: null, calls: ['/movie/3'] });
  expect(await read({ id: 3 } as Film, `${texts} poster { url }`, 'pt-BR, en')).toEqual({ movie: null, calls: [] });
});

/** The film as a list of it alone tells it. */
async function listOf(film: Film, fields: string, chain = 'pt-BR, en', list = 'POPULAR') {
  api.standIn.rewrite(`/movie/${list.toLowerCase()}`, (body) => ({
    ...(body as Body),
    results: [listMovie(film, chain.slice(0, 2))],
    total_pages: 1,
    total_results: 1,
  }));
  const query = `{ movies(list: ${list}, first: 1, locale: "${chain}") { nodes { ${fields} } } }`;
  const { found, calls } = await readFrom(query, (data) => data.movies.nodes[0]);
  return { movie: found, calls };
}

describe('a list', () => {
  let own: Api;
  beforeAll(() => {
    own = api;
  });
  // Lists are held: each test has an empty cache.
  async function withEmptyCache(run: () => Promise<void>): Promise<void> {
    api = await startApi();
    try {
      await run();
    } finally {
      await api.close();
      api = own;
    }
  }

  test('stays one call, and its films keep the text they came with', () =>
    withEmptyCache(async () => {
      const film = fresh(untranslated);
      const poster = { url: `${api.standIn.imageUrl}/w500/${film.id}-poster-en.svg`, width: null };
      expect(await listOf(film, `${texts} poster { url width }`)).toEqual({
        movie: { ...bare(film), poster },
        calls: ['/movie/popular'],
      });
    }));

  test('tells in the next language what is held, without a call', () =>
    withEmptyCache(async () => {
      const film = fresh(untranslated);
      await read(film, 'translations { title }', 'pt-BR');
      expect(await listOf(film, texts)).toEqual({ movie: inEnglish(film), calls: ['/movie/popular'] });
      expect(await listOf(film, texts)).toEqual({ movie: inEnglish(film), calls: [] });
    }));

  test.each([`${texts} translations { locale }`, `translations { locale } ${texts}`])(
    'tells in the next language what is asked for anyway: %s',
    (fields) =>
      withEmptyCache(async () => {
        const film = fresh(untranslated);
        const { movie, calls } = await listOf(film, fields);
        expect(movie).toMatchObject(inEnglish(film));
        expect(calls).toEqual(['/movie/popular', `/movie/${film.id}`]);
      }),
  );

  test('shows posters in the next language where pictures are asked for or held', () =>
    withEmptyCache(async () => {
      const film = fresh(translated);
      const url = (language: string) => `${api.standIn.imageUrl}/w500/${film.id}-poster-${language}.svg`;
      const first = await listOf(film, 'poster { url }', 'fi, pt-BR', 'TOP_RATED');
      expect(first).toEqual({ movie: { poster: { url: url('en') } }, calls: ['/movie/top_rated'] });
      await read(film, 'images(languages: ["pt", "fi"]) { totalCount }', 'fi');
      const held = await listOf(film, 'poster { url }', 'fi, pt-BR', 'TOP_RATED');
      expect(held).toEqual({ movie: { poster: { url: url('pt') } }, calls: [] });
      const other = fresh(translated);
      const asked = await listOf(other, 'poster { url language } logo { url }', 'pt-BR, fi', 'UPCOMING');
      expect(asked.movie.poster.language).toBe('pt');
      expect(asked.calls).toEqual(['/movie/upcoming', `/movie/${other.id}`]);
    }));
});

describe('the poster', () => {
  const urlOf = ({ id }: Film, language: string) => `${api.standIn.imageUrl}/w500/${id}-poster-${language}.svg`;

  test('is in the first language that has one, for one call and then for none', async () => {
    const film = fresh(translated);
    const poster = { url: urlOf(film, 'pt'), language: 'pt' };
    const fields = 'title poster { url language }';
    const expected = { title: film.record.pt?.title, poster };
    expect(await read(film, fields, 'fi, pt-BR, en')).toEqual({ movie: expected, calls: [`/movie/${film.id}`] });
    expect(await read(film, fields, 'fi, pt-BR, en')).toEqual({ movie: expected, calls: [] });
  });

  test('is chosen apart for each chain', async () => {
    const film = fresh(translated);
    for (const [chain, language] of [
      ['fi, pt-BR', 'pt'],
      ['fi, en, pt-BR', 'en'],
      ['fi, en', 'en'],
    ] as const) {
      expect((await read(film, 'poster { url }', chain)).movie.poster.url).toBe(urlOf(film, language));
    }
  });

  test('can go along a chain of its own', async () => {
    const film = fresh(translated);
    const { movie, calls } = await read(film, 'poster(locale: "fi, pt-BR") { url } other: poster { url }', 'fi');
    expect(movie).toEqual({ poster: { url: urlOf(film, 'pt') }, other: { url: urlOf(film, 'en') } });
    expect(calls).toEqual([`/movie/${film.id}`, `/movie/${film.id}`]);
  });

  test('is the one that TMDb shows where no language of the chain has one, or pictures can not be had', async () => {
    const film = fresh(translated);
    expect((await read(film, 'poster { url width }', 'fi, de')).movie.poster).toEqual({
      url: urlOf(film, 'en'),
      width: null,
    });
    api.standIn.rewrite(`/movie/${film.id}`, (body) => ({ ...(body as Body), images: { success: false } }));
    expect((await read(film, 'poster { url }', 'fi, pt')).movie.poster.url).toBe(urlOf(film, 'en'));
  });

  test('needs no pictures for two countries of one language', async () => {
    const film = fresh(translated);
    await read(film, 'poster { url }', 'pt-BR, pt');
    expect(api.standIn.calls.at(-1)?.query['append_to_response']).toBeUndefined();
  });
});

describe('the life of a person', () => {
  const isUntranslated = ({ record, isAdult }: Person): boolean =>
    !isAdult && Boolean(record?.biography) && !record?.ptBiography;
  const people = catalogue.people.filter(isUntranslated);
  const readLife = ({ id }: Person, locale: string) =>
    readFrom(`{ person(tmdbId: ${id}, locale: "${locale}") { name biography } }`, ({ person }) => person.biography);

  test('is told in the next language, for one call and then for none', async () => {
    const person = firstOf(people.splice(0, 1));
    const biography = person.record?.biography;
    expect(await readLife(person, 'pt-BR, en')).toEqual({ found: biography, calls: [`/person/${person.id}`] });
    expect(await readLife(person, 'pt-BR, en')).toEqual({ found: biography, calls: [] });
  });

  test('is none in a chain of one, of which nothing more is read', async () => {
    const person = firstOf(people.splice(0, 1));
    expect((await readLife(person, 'pt-BR')).found).toBeNull();
    expect(api.standIn.calls.at(-1)?.query['append_to_response']).toBeUndefined();
  });

  test('is none where its translations can not be had', async () => {
    const person = firstOf(people.splice(0, 1));
    api.standIn.rewrite(`/person/${person.id}`, (body) => ({ ...(body as Body), translations: { success: false } }));
    expect((await readLife(person, 'pt-BR, en')).found).toBeNull();
  });

  test('costs the people of a film one call each', async () => {
    const film = firstOf(films.filter(({ cast }) => cast.filter(({ person }) => people.includes(person)).length > 1));
    const query = `{ movie(tmdbId: ${film.id}, locale: "pt-BR, en") { cast(first: 3) { nodes { biography } } } }`;
    const { found, calls } = await readFrom(query, (data) => data.movie.cast.nodes);
    expect(found).toEqual(
      film.cast.slice(0, 3).map(({ person }) => ({
        biography: person.record?.ptBiography ?? person.record?.biography ?? null,
      })),
    );
    expect(new Set(calls).size).toBe(4);
    expect(calls).toHaveLength(4);
  });
});
