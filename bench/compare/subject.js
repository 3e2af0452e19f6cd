import { deepStrictEqual } from 'node:assert';
import { ask, signUp } from '../ask.js';
import { filmDocument, filmsDocument, get, placedFilmsDocument, rateDocument } from './documents.js';

export const pages = [1, 20, 50, 100];

/** What WatchMe answers, as the peers are to answer it: the films and each answer as raw `node:http` has it ready. */
export async function readSubject(url) {
  const texts = await Promise.all(pages.map((first) => textOf(url, filmsDocument, { first })));
  const films = JSON.parse(texts.at(-1)).data.movies.nodes;
  if (films.length !== pages.at(-1)) throw new Error(`The demo catalogue has ${films.length} films in this list.`);
  const [{ tmdbId }] = films;
  const etag = await etagOf(url);
  const answers = {
    ...Object.fromEntries(pages.map((first, index) => [`page${first}`, { status: 200, body: texts[index] }])),
    film: { status: 200, body: await textOf(url, filmDocument, { tmdbId }) },
    rate: { status: 200, body: '{"data":{"rateMovie":{"__typename":"RateMovieSuccess"}}}' },
    unchanged: { status: 304, headers: { etag: etag ?? '"none"' }, body: '' },
  };
  return { films, tmdbId, etag, answers };
}

/** @throws where a peer does not answer the same as WatchMe. */
export async function checkPeer({ name, path, port }, { answers, tmdbId }) {
  const url = `http://127.0.0.1:${port}${path}`;
  for (const first of pages) {
    const data = await ask(url, filmsDocument, { first });
    deepStrictEqual({ data }, JSON.parse(answers[`page${first}`].body), `${name} answers something else`);
  }
  const data = await ask(url, filmDocument, { tmdbId });
  deepStrictEqual({ data }, JSON.parse(answers.film.body), `${name} answers something else`);
}

/** Access tokens of new accounts, and so with their whole life before them; each account has rated the film. */
export async function newTokens(url, tmdbId, count = 4) {
  const viewers = await Promise.all(Array.from({ length: count }, () => signUp(url)));
  for (const { accessToken } of viewers) {
    const headers = { authorization: `Bearer ${accessToken}` };
    const { rateMovie } = await ask(url, rateDocument, { tmdbId, value: 8 }, headers);
    if (rateMovie.__typename !== 'RateMovieSuccess') throw new Error(JSON.stringify(rateMovie));
  }
  return viewers.map(({ accessToken }) => accessToken);
}

/** Variables of full pages that together take several times what the smallest cache in the process holds. */
export async function placesOf(url) {
  const { countries } = await ask(url, '{ countries { code } }');
  const locales = countries.slice(0, 50).map(({ code }) => `en-${code}`);
  const lists = ['POPULAR', 'TOP_RATED', 'TRENDING_DAY', 'TRENDING_WEEK'];
  const places = locales.flatMap((locale) => lists.map((list) => ({ first: 20, list, locale })));
  for (const place of places) {
    const { movies } = await ask(url, placedFilmsDocument, place);
    if (movies.nodes.length !== place.first) throw new Error(`${JSON.stringify(place)} has no full page.`);
  }
  return places;
}

async function textOf(url, query, variables) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  if (!response.ok || JSON.parse(text).errors !== undefined) throw new Error(`WatchMe answers ${text}`);
  return text;
}

/** The ETag of a page by GET, asked twice, since an answer may be kept from its second use on; null if it has none. */
async function etagOf(url) {
  const [, path] = get(new URL(url).pathname, filmsDocument, { first: 20 }).split(' ', 2);
  const headers = { accept: 'application/json', 'apollo-require-preflight': 'true' };
  let etag = null;
  for (let times = 0; times < 3; times += 1) {
    const response = await fetch(new URL(path, url), { headers });
    await response.arrayBuffer();
    etag = response.headers.get('etag');
  }
  return etag;
}
