const film = `{
  id tmdbId title originalTitle originalLanguage overview releaseDate popularity isAdult
  rating { average voteCount } poster { url } genres { name }
}`;

/** Twelve scalars a film and its genres: the slice that all servers serve. */
export const filmsDocument = `query Films($first: Int!) { movies(first: $first) { nodes ${film} } }`;
export const filmDocument = `query Film($tmdbId: Int!) { movie(tmdbId: $tmdbId) ${film} }`;

/** The same answers by ways that WatchMe's kept texts of films are no use for: a variable under the film, and two languages. */
export const sizedFilmsDocument = `query Sized($first: Int!, $size: ImageSize = MEDIUM) {
  movies(first: $first) { nodes ${film.replace('url', 'url(size: $size)')} }
}`;
export const chainedFilmsDocument = `query Chained($first: Int!) {
  movies(first: $first, locale: "en-US, pt-BR") { nodes ${film} }
}`;

/** The same of another list or place, which WatchMe keeps apart. */
export const placedFilmsDocument = `query Placed($first: Int!, $list: MovieList!, $locale: Locale!) {
  movies(first: $first, list: $list, locale: $locale) { nodes ${film} }
}`;

export const smallDocument = 'query Small($tmdbId: Int!) { movie(tmdbId: $tmdbId) { tmdbId } }';

export const rateDocument =
  'mutation Rate($tmdbId: Int!, $value: Float!) { rateMovie(input: { tmdbId: $tmdbId, value: $value }) { __typename } }';

/** A request as it goes over the wire; `path` is where the server answers. */
export function post(path, query, variables, headers = {}) {
  const body = JSON.stringify({ query, variables });
  return wire('POST', path, { 'content-type': 'application/json', ...headers }, body);
}

/** The same by GET, without a body. */
export function get(path, query, variables, headers = {}) {
  const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  return wire('GET', `${path}?${search}`, { 'apollo-require-preflight': 'true', ...headers }, null);
}

function wire(method, path, headers, body) {
  const all = {
    host: '127.0.0.1',
    accept: 'application/json',
    ...headers,
    ...(body === null ? {} : { 'content-length': Buffer.byteLength(body) }),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`;
}
