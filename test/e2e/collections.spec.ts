import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Body, getBody } from '#demo/server/testing/api-client.js';
import { type Api, startApi } from '../support/api.js';
import { listedFilm, listedImage, urlAt } from './expected.js';
import { collectionWithParts } from './queries/other-queries.js';
import { catalogue, firstOf, idOf } from './subjects.js';

let api: Api;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const trilogy = firstOf(catalogue.collections.filter(({ films }) => films.length > 2));

test('tells what a collection is and holds, its films by release', async () => {
  const { imageUrl } = api.standIn;
  const body = await getBody(api.standIn, `/collection/${trilogy.id}?language=en-US`);
  const images = await getBody(api.standIn, `/collection/${trilogy.id}/images`);
  const { collection } = (await api.ask(collectionWithParts, { tmdbId: trilogy.id })).data;
  const parts = body.parts.map((row: Body) => listedFilm(row, imageUrl));
  const pictures = [
    ...images.posters.map((row: Body) => listedImage('POSTER', row, imageUrl)),
    ...images.backdrops.map((row: Body) => listedImage('BACKDROP', row, imageUrl)),
  ];
  expect(collection).toMatchObject({
    id: idOf('Collection', body.id),
    tmdbId: body.id,
    name: body.name,
    overview: body.overview,
    poster: urlAt(imageUrl, 'w500', body.poster_path),
    backdrop: urlAt(imageUrl, 'w780', body.backdrop_path),
    parts: { nodes: parts, totalCount: parts.length, edges: parts.map(({ id }: Body) => ({ node: { id } })) },
    images: { nodes: pictures, totalCount: pictures.length, edges: pictures.map(({ id }) => ({ node: { id } })) },
    posters: { nodes: images.posters.map(() => ({ kind: 'POSTER' })) },
  });
});

test('puts the films in order of release whatever order they come in, those without a date last', async () => {
  const other = await startApi();
  try {
    other.standIn.rewrite(`/collection/${trilogy.id}`, (body) => {
      const { parts } = body as Body;
      const [first, ...rest] = parts.toReversed();
      return { ...(body as Body), parts: [{ ...first, release_date: '' }, ...rest] };
    });
    const { collection } = (await other.ask(collectionWithParts, { tmdbId: trilogy.id })).data;
    expect(collection.parts.nodes.map(({ tmdbId }: Body) => tmdbId)).toEqual(trilogy.films.map(({ id }) => id));
  } finally {
    await other.close();
  }
});

test('is null for a number that no collection has', async () => {
  expect((await api.ask(collectionWithParts, { tmdbId: 7 })).data).toEqual({ collection: null });
});
