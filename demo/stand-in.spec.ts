import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type StandIn, startStandIn } from './stand-in.js';
import { get, getBody } from './server/testing/api-client.js';

let standIn: StandIn;

beforeAll(async () => {
  standIn = await startStandIn();
});
afterEach(() => standIn.reset());
afterAll(() => standIn.close());

test('a taken port is refused with EADDRINUSE', async () => {
  await expect(startStandIn({ port: standIn.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test.each([
  ['/movie/popular', 'GET', '', 401, 7],
  ['/movie/popular', 'GET', 'Basic abc', 401, 7],
  ['/movie/popular', 'POST', 'Bearer x', 405, 4],
  ['/nowhere', 'GET', 'Bearer x', 404, 34],
  ['/movie/1', 'GET', 'Bearer x', 404, 34],
  ['/movie/one', 'GET', 'Bearer x', 404, 6],
  ['/person/1', 'GET', 'Bearer x', 404, 34],
  ['/collection/x', 'GET', 'Bearer x', 404, 6],
  ['/search/movie?query=%20', 'GET', 'Bearer x', 422, 5],
  ['/find/tt9000001', 'GET', 'Bearer x', 422, 5],
  ['/movie/changes?start_date=2026-01-01&end_date=2026-02-01', 'GET', 'Bearer x', 422, 20],
  ['/discover/movie?release_date.gte=soon', 'GET', 'Bearer x', 400, 23],
  ['/movie/1000000001/account_states', 'GET', 'Bearer x', 401, 3],
])('%s by %s with "%s" is refused with %i and code %i', async (path, method, authorization, status, code) => {
  const response = await fetch(standIn.apiUrl + path, { method, headers: { authorization } });
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ success: false, status_code: code, status_message: expect.any(String) });
});

test('with a token of its own it lets no other in', async () => {
  const guarded = await startStandIn({ token: 'secret' });
  try {
    expect((await get(guarded, '/authentication')).status).toBe(401);
    expect((await get(guarded, '/authentication', { authorization: 'Bearer secret' })).status).toBe(200);
  } finally {
    await guarded.close();
  }
});

test('an answer that is known already is 304 without a body', async () => {
  const first = await get(standIn, '/movie/popular');
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^W\/"[0-9a-f]{32}"$/);
  expect(first.headers.get('cache-control')).toBe('public, max-age=300');
  const second = await get(standIn, '/movie/popular', { 'if-none-match': etag });
  expect([second.status, await second.text()]).toEqual([304, '']);
});

test.each([
  ['gzip', 'gzip'],
  ['identity', null],
  ['gzip;q=0', null],
])('Accept-Encoding %s is answered with %s', async (asked, given) => {
  const response = await get(standIn, '/movie/popular', { 'accept-encoding': asked });
  expect(response.headers.get('content-encoding')).toBe(given);
  expect((await response.json()) as object).toHaveProperty('results');
});

test('calls are told in their order, without /3 and without pictures', async () => {
  await get(standIn, '/movie/popular?page=2&language=pt-BR');
  await get(standIn, '/nowhere');
  await fetch(`${standIn.imageUrl}/w500/nothing.svg`);
  expect(standIn.calls).toMatchObject([
    {
      method: 'GET',
      path: '/movie/popular',
      query: { page: '2', language: 'pt-BR' },
      headers: { authorization: 'Bearer test' },
    },
    { path: '/nowhere' },
  ]);
  standIn.reset();
  expect(standIn.calls).toEqual([]);
});

test('a body is rewritten on its way out, and only there', async () => {
  standIn.rewrite('/genre/movie/list', (body) => {
    (body as { genres: { name: string }[] }).genres.forEach((genre) => (genre.name = ''));
    return body;
  });
  expect((await getBody(standIn, '/genre/movie/list')).genres[0].name).toBe('');
  standIn.reset();
  expect((await getBody(standIn, '/genre/movie/list')).genres[0].name).not.toBe('');
});

test('the pictures of a film and of its people are drawn in every size', async () => {
  const { images } = await getBody(standIn, '/configuration');
  const film = await getBody(standIn, '/movie/1000000001?append_to_response=credits');
  expect(images.secure_base_url).toBe(`${standIn.imageUrl}/`);
  for (const size of images.poster_sizes) {
    const response = await fetch(images.secure_base_url + size + film.poster_path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000');
    expect(await response.text()).toContain('</svg>');
  }
  const portraits = film.credits.cast.flatMap(({ profile_path: path }: { profile_path: string | null }) => path ?? []);
  expect((await fetch(`${standIn.imageUrl}/h632${portraits[0]}`)).status).toBe(200);
});

test.each(['/w500/nothing.svg', '/w501/1000000001-poster-en.svg', '/1000000001-poster-en.svg'])(
  'the picture %s is unknown',
  async (path) => {
    expect((await fetch(standIn.imageUrl + path)).status).toBe(404);
  },
);
