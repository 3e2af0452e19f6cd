import { describe, expect, it } from '@jest/globals';
import { TmdbClient } from './tmdb.client.js';
import type { TmdbPath } from './transport/tmdb-path.js';
import { toSearchParams, type TmdbQuery } from './transport/tmdb-query.js';
import type { TmdbTransport } from './transport/tmdb-transport.js';

function setUp(body: object | null = null) {
  const calls: string[] = [];
  const send = async (path: TmdbPath, query: TmdbQuery) => {
    calls.push(decodeURIComponent(`${path.text}?${toSearchParams(query).toString()}`));
    return body;
  };
  const transport = {
    find: send,
    get: send,
    noteMissingParts: (path: TmdbPath, parts: readonly string[]) => calls.push(`${path.family} lacks ${parts.join()}`),
    close: () => calls.push('closed'),
  } as unknown as TmdbTransport;
  return { calls, client: new TmdbClient(transport) };
}

const page = { page: 2, language: 'pt-BR' };
const search = { query: 'x', ...page };

const questions: readonly [string, (client: TmdbClient) => Promise<unknown>][] = [
  ['/movie/603?language=pt-BR', (client) => client.movie(603, { language: 'pt-BR', append: [] })],
  [
    '/movie/now_playing?language=pt-BR&region=BR&page=2',
    (client) => client.movieList('now_playing', { ...page, region: 'BR' }),
  ],
  ['/trending/movie/week?language=pt-BR&page=2', (client) => client.trendingMovies('week', page)],
  [
    '/discover/movie?include_adult=false&with_genres=28|12&vote_count.gte=200&language=pt-BR&page=2',
    (client) => client.discoverMovies({ with_genres: '28|12', 'vote_count.gte': 200 }, page),
  ],
  [
    '/discover/movie?include_adult=true&language=pt-BR&page=2',
    (client) => client.discoverMovies({ include_adult: true }, page),
  ],
  ['/movie/603/recommendations?language=pt-BR&page=2', (client) => client.movieRecommendations(603, page)],
  ['/movie/603/similar?language=pt-BR&page=2', (client) => client.movieSimilar(603, page)],
  ['/movie/603/reviews?language=pt-BR&page=2', (client) => client.movieReviews(603, page)],
  ['/movie/changes?page=2', (client) => client.movieChanges(2)],
  [
    '/search/movie?query=x&include_adult=false&language=pt-BR&page=2&region=BR&year=1999',
    (client) => client.searchMovies({ ...search, region: 'BR', year: 1999 }),
  ],
  [
    '/search/person?query=x&include_adult=true&language=pt-BR&page=2',
    (client) => client.searchPeople({ ...search, includeAdult: true }),
  ],
  [
    '/search/collection?query=x&include_adult=false&language=pt-BR&page=2',
    (client) => client.searchCollections(search),
  ],
  ['/search/keyword?query=x&page=2', (client) => client.searchKeywords({ query: 'x', page: 2 })],
  ['/search/company?query=x&page=2', (client) => client.searchCompanies({ query: 'x', page: 2 })],
  ['/search/multi?query=x&include_adult=false&language=pt-BR&page=2', (client) => client.searchMulti(search)],
  ['/find/tt0000001?external_source=imdb_id&language=pt-BR', (client) => client.find('tt0000001', 'pt-BR')],
  [
    '/person/5?language=pt-BR&append_to_response=movie_credits,images',
    (client) => client.person(5, { language: 'pt-BR', append: ['movie_credits', 'images'] }),
  ],
  ['/person/popular?language=pt-BR&page=2', (client) => client.popularPeople(page)],
  ['/trending/person/day?language=pt-BR&page=2', (client) => client.trendingPeople('day', page)],
  ['/collection/7?language=pt-BR', (client) => client.collection(7, 'pt-BR')],
  ['/collection/7/images?include_image_language=pt,null', (client) => client.collectionImages(7, ['pt', null])],
  ['/keyword/8?', (client) => client.keyword(8)],
  ['/company/9?', (client) => client.company(9)],
  ['/genre/movie/list?language=pt-BR', (client) => client.movieGenres('pt-BR')],
  [
    '/watch/providers/movie?watch_region=BR&language=pt-BR',
    (client) => client.watchProviders({ region: 'BR', language: 'pt-BR' }),
  ],
  ['/certification/movie/list?', (client) => client.movieCertifications()],
  ['/configuration/languages?', (client) => client.languages()],
  ['/configuration/countries?language=pt-BR', (client) => client.countries('pt-BR')],
];

describe('TmdbClient', () => {
  it.each(questions)('asks %s', async (expected, ask) => {
    const { calls, client } = setUp();
    await ask(client);
    expect(calls).toEqual([expected]);
  });

  it('asks for each part once and filters pictures and videos by language', async () => {
    const { calls, client } = setUp();
    await client.movie(603, {
      language: 'pt-BR',
      append: ['credits', 'watch/providers', 'credits'],
      imageLanguages: ['pt', 'en', null],
      videoLanguages: ['pt', 'en'],
    });
    expect(calls).toEqual([
      '/movie/603?language=pt-BR&append_to_response=credits,watch/providers&include_image_language=pt,en,null&include_video_language=pt,en',
    ]);
  });

  it('tells of parts that were asked for and did not come', async () => {
    const { calls, client } = setUp({ id: 603, credits: { cast: [], crew: [] }, videos: null, images: null });
    await client.movie(603, { language: 'en', append: ['credits', 'videos'] });
    await client.movie(603, { language: 'en', append: ['credits'] });
    expect(calls.filter((call) => call.includes('lacks'))).toEqual(['movie/{id} lacks videos']);
  });

  it.each([0, -1, 1.5, Number.NaN, Infinity, 1e21, 2_147_483_648, '1/../2' as unknown as number])(
    'knows without a call that nothing has the number %s',
    async (id) => {
      const { calls, client } = setUp();
      const answers = await Promise.all([
        client.movie(id, { language: 'en', append: [] }),
        client.movieRecommendations(id, page),
        client.movieSimilar(id, page),
        client.movieReviews(id, page),
        client.person(id, { language: 'en', append: [] }),
        client.collection(id, 'en'),
        client.collectionImages(id, []),
        client.keyword(id),
        client.company(id),
      ]);
      expect(answers).toEqual(Array.from({ length: 9 }, () => null));
      expect(calls).toEqual([]);
    },
  );

  it.each(['', 'tt', 'xx1', 'tt12/..', '../tt1', 'tt123456789012'])(
    'rejects %j, which is no IMDb ID, as a fault of the caller',
    async (imdbId) => {
      const { calls, client } = setUp();
      await expect(client.find(imdbId, 'en')).rejects.toThrow(RangeError);
      expect(calls).toEqual([]);
    },
  );

  it.each([0, 501, 1.5, Number.NaN])('rejects page %s as a fault of the caller', async (wrong) => {
    const { calls, client } = setUp();
    const params = { page: wrong, language: 'en' };
    await expect(client.movieList('popular', params)).rejects.toThrow(RangeError);
    await expect(client.movieChanges(wrong)).rejects.toThrow(RangeError);
    await expect(client.movieReviews(1, params)).rejects.toThrow(RangeError);
    await expect(client.searchKeywords({ query: 'x', page: wrong })).rejects.toThrow(RangeError);
    await expect(client.popularPeople(params)).rejects.toThrow(RangeError);
    expect(calls).toEqual([]);
  });

  it('closes its connections when the app has shut down', () => {
    const { calls, client } = setUp();
    client.onApplicationShutdown();
    expect(calls).toEqual(['closed']);
  });
});
