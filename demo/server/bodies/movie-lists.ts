import type { Catalogue, Film } from '../../catalogue/model.js';
import { pageOf } from '../paging.js';

/** The lists that a film is on: that of its decade and that of its first genre. */
export function movieLists(film: Film, { films }: Catalogue, query: Readonly<Record<string, string>>) {
  const lists = [];
  if (film.year !== null) {
    const decade = Math.floor(film.year / 10) * 10;
    const size = films.filter(({ year }) => year !== null && Math.floor(year / 10) * 10 === decade).length;
    lists.push(list(decade, `Films of the ${decade}s`, size));
  }
  const genre = film.genres[0];
  if (genre !== undefined) {
    lists.push(
      list(
        10_000 + genre.id,
        `${genre.name} to begin with`,
        films.filter((other) => other.genres.includes(genre)).length,
      ),
    );
  }
  return pageOf(lists, query, (made) => made);
}

function list(number: number, name: string, itemCount: number) {
  return {
    description: '',
    favorite_count: 0,
    id: 1_000_000_000 + number,
    item_count: itemCount,
    iso_639_1: 'en',
    list_type: 'movie',
    name,
    poster_path: null,
  };
}
