import type { Api } from '../../support/api.js';

/** What a page shows of a film that depends on the language. */
export interface FilmTexts {
  readonly id: string;
  readonly title: string | null;
  readonly overview?: string | null;
  readonly genres?: readonly string[];
}

/** The list as it is told to somebody who has no cache. */
export async function plainFilms(api: Api, locale: string, first: number): Promise<readonly FilmTexts[]> {
  const query = 'query ($first: Int) { movies(list: POPULAR, first: $first) { nodes { id title } } }';
  const { data } = await api.ask(query, { first }, { 'accept-language': locale });
  return data.movies.nodes;
}

/** A film, likewise. */
export async function plainFilm(api: Api, locale: string, id: string): Promise<FilmTexts> {
  const query = 'query ($id: ID!) { movie(id: $id) { id title overview genres { name } } }';
  const { movie } = (await api.ask(query, { id }, { 'accept-language': locale })).data;
  return { ...movie, genres: movie.genres.map(({ name }: { name: string }) => name) };
}
