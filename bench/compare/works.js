import {
  chainedFilmsDocument,
  filmDocument,
  filmsDocument,
  get,
  placedFilmsDocument,
  post,
  rateDocument,
  sizedFilmsDocument,
} from './documents.js';

/** As many as let no two requests under way be equal, which WatchMe would answer by one execution. */
const variants = Array.from({ length: 257 }, (_, n) => n);

/** The same request again and again. */
export function repeated(first) {
  return (path) => [post(path, filmsDocument, { first })];
}

/** The same query in bodies that differ, by a variable that it does not declare. */
export function varied(first, document = filmsDocument) {
  return (path) => variants.map((n) => post(path, document, { first, n }));
}

/**
 * What is measured, `{ key: { server, requests, twin } }`: a server, its requests for a path, and the name of the ready
 * answer that raw `node:http` gives to the same requests. `state` has the tokens of the round.
 */
export function worksOf(servers, { etag, tmdbId, places }, state, isQuick) {
  const page = (server, first, requests = repeated) => ({
    server: servers[server],
    requests: requests(first),
    twin: `page${first}`,
  });
  const film = (server, made = [0]) => ({
    server: servers[server],
    requests: (path) => made.map((n) => post(path, filmDocument, { tmdbId, n })),
    twin: 'film',
  });
  const sizes = (server, requests) => ({
    [`${server}1`]: page(server, 1, requests),
    [`${server}100`]: page(server, 100, requests),
  });
  const others = ['apollo', 'nestApollo', 'apolloCache', 'mercurius', 'yogaCache'];
  return {
    front20: page('front', 20),
    token20: { server: servers.front, requests: signedIn(state, filmsDocument, { first: 20 }), twin: 'page20' },
    ...(etag === null ? {} : { unchanged: unchanged(servers.front, etag) }),
    executing20: page('executing', 20, varied),
    executingSized20: page('executing', 20, (first) => varied(first, sizedFilmsDocument)),
    executingChained20: page('executing', 20, (first) => varied(first, chainedFilmsDocument)),
    ...(servers.redis === undefined ? {} : { redis20: inRedis(servers.redis, places) }),
    ...Object.fromEntries(others.map((server) => [`${server}20`, page(server, 20)])),
    frontFilm: film('front'),
    executingFilm: film('executing', variants),
    mercuriusFilm: film('mercurius'),
    rate: { server: servers.front, requests: signedIn(state, rateDocument, { tmdbId, value: 8 }), twin: 'rate' },
    ...sizes('front'),
    ...sizes('executing', varied),
    ...(isQuick ? {} : Object.assign({}, ...others.map((server) => sizes(server)))),
  };
}

function signedIn(state, query, variables) {
  return (path) => state.tokens.map((token) => post(path, query, variables, { authorization: `Bearer ${token}` }));
}

function unchanged(server, etag) {
  const requests = (path) => [get(path, filmsDocument, { first: 20 }, { 'if-none-match': etag })];
  return { server, requests, twin: 'unchanged' };
}

function inRedis(server, places) {
  return { server, requests: (path) => places.map((place) => post(path, placedFilmsDocument, place)), twin: 'page20' };
}
