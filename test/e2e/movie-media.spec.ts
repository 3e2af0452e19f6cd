import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { logosOf, postersOf } from '#demo/catalogue/pictures.js';
import { videosOf } from '#demo/catalogue/videos.js';
import { type Body, getBody } from '#demo/server/testing/api-client.js';
import { type Api, startApi } from '../support/api.js';
import { bareImage, listedImage } from './expected.js';
import { moviePictures, movieVideos } from './queries/movie-queries.js';
import { filmWhere, idOf } from './subjects.js';

let api: Api;
let imageUrl: string;

beforeAll(async () => {
  api = await startApi();
  imageUrl = api.standIn.imageUrl;
});
afterAll(() => api.close());

const pictured = filmWhere((film) => film.record.pt !== undefined && logosOf(film).length > 0);
const bare = filmWhere(({ record }) => record.hasPictures === false);
const filmed = filmWhere((film) => film.record.language === 'ja' && videosOf(film).length > 1);

async function filesOf(tmdbId: number, languages: string): Promise<Record<string, Body[]>> {
  return getBody(api.standIn, `/movie/${tmdbId}/images?include_image_language=${languages}`);
}

test('shows poster, backdrop, logo and all pictures in the languages of the film and the reader', async () => {
  const { posters = [], backdrops = [], logos = [] } = await filesOf(pictured.id, 'en,null');
  const { movie } = (await api.ask(moviePictures, { tmdbId: pictured.id })).data;
  const nodes = [
    ...posters.map((row) => listedImage('POSTER', row, imageUrl)),
    ...backdrops.map((row) => listedImage('BACKDROP', row, imageUrl)),
    ...logos.map((row) => listedImage('LOGO', row, imageUrl)),
  ];
  expect(movie.poster).toEqual(bareImage('POSTER', posters[0]?.file_path, imageUrl));
  expect(movie.backdrop).toEqual(bareImage('BACKDROP', backdrops[0]?.file_path, imageUrl));
  expect(movie.logo).toEqual(listedImage('LOGO', logos[0], imageUrl));
  expect(movie.images.nodes).toEqual(nodes);
  expect(movie.images.totalCount).toBe(nodes.length);
  expect(movie.images.edges.map((edge: Body) => edge.node.id)).toEqual(nodes.map(({ id }) => id));
});

test('gives an address that serves a picture', async () => {
  const { movie } = (await api.ask(moviePictures, { tmdbId: pictured.id })).data;
  const response = await fetch(movie.poster.url);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
});

test('has no picture for a film without one', async () => {
  const { movie } = (await api.ask(moviePictures, { tmdbId: bare.id })).data;
  expect(movie).toMatchObject({ poster: null, backdrop: null, logo: null, images: { nodes: [], totalCount: 0 } });
});

test('narrows pictures to a kind and to languages', async () => {
  const query = `query($id: Int!) {
    movie(tmdbId: $id) { images(kind: POSTER, languages: ["pt"]) { nodes { kind language } } }
  }`;
  const expected = postersOf(pictured).filter(({ language }) => language === 'pt' || language === null);
  const { movie } = (await api.ask(query, { id: pictured.id })).data;
  expect(movie.images.nodes).toEqual(expected.map(({ language }) => ({ kind: 'POSTER', language })));
  expect(movie.images.nodes).toContainEqual({ kind: 'POSTER', language: 'pt' });
});

test('lists the videos in the language of the film, of the reader and in English', async () => {
  const body = await getBody(api.standIn, `/movie/${filmed.id}/videos?include_video_language=en,ja`);
  const { movie } = (await api.ask(movieVideos, { tmdbId: filmed.id })).data;
  const nodes = body.results.map((row: Body) => ({
    id: idOf('Video', row.id),
    name: row.name,
    type: row.type.toUpperCase(),
    isOfficial: row.official,
    site: 'YouTube',
    key: row.key,
    url: `https://www.youtube.com/watch?v=${row.key}`,
    embedUrl: `https://www.youtube-nocookie.com/embed/${row.key}`,
    language: row.iso_639_1,
    country: row.iso_3166_1,
    resolution: row.size,
    publishedAt: row.published_at,
  }));
  expect(movie.videos.nodes).toEqual(nodes);
  expect(movie.videos.edges.map((edge: Body) => edge.node.id)).toEqual(nodes.map(({ id }: Body) => id));
  expect(movie.videos.totalCount).toBe(videosOf(filmed).length);
});

test('takes the official trailer in the language of the film when the reader has none', async () => {
  const { movie } = (await api.ask(movieVideos, { tmdbId: filmed.id, locale: 'pt-BR' })).data;
  expect(movie.trailer).toMatchObject({ language: 'ja', isOfficial: true, type: 'TRAILER' });
});

test('narrows videos to a type and to official ones', async () => {
  const query = `query($id: Int!) {
    movie(tmdbId: $id) {
      trailers: videos(type: TRAILER) { nodes { name } }
      official: videos(official: true) { nodes { name } }
      others: videos(official: false) { nodes { name } }
    }
  }`;
  const names = (keeps: (video: ReturnType<typeof videosOf>[number]) => boolean) => ({
    nodes: videosOf(filmed)
      .filter(keeps)
      .map(({ name }) => ({ name })),
  });
  expect((await api.ask(query, { id: filmed.id })).data.movie).toEqual({
    trailers: names(({ type }) => type === 'Trailer'),
    official: names(({ isOfficial }) => isOfficial),
    others: names(({ isOfficial }) => !isOfficial),
  });
});
