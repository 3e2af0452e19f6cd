import type { Body } from '#demo/server/testing/api-client.js';
import { idOf } from './subjects.js';

/** What the API should make of bodies of the stand-in, written down once more and apart from the code under test. */

/** A picture's address, such as that of `/1-poster.svg` at `w500`; null without a path. */
export function urlAt(base: string, size: string, path: string | null): { url: string } | null {
  return path === null ? null : { url: `${base}/${size}${path}` };
}

/** A film as `movieListFields` ask for it. */
export function listedFilm(row: Body, imageUrl: string) {
  return {
    id: idOf('Movie', row.id),
    tmdbId: row.id,
    title: row.title,
    overview: row.overview || null,
    originalTitle: row.original_title,
    originalLanguage: row.original_language,
    releaseDate: row.release_date || null,
    popularity: row.popularity,
    isAdult: row.adult,
    rating: row.vote_count === 0 ? null : { average: row.vote_average, voteCount: row.vote_count },
    poster: urlAt(imageUrl, 'w500', row.poster_path),
    backdrop: urlAt(imageUrl, 'w780', row.backdrop_path),
  };
}

const genders = ['UNKNOWN', 'FEMALE', 'MALE', 'NON_BINARY'];

export function departmentOf(name: string): string {
  return name.replace('&', 'and').replace(/[ -]/g, '_').toUpperCase();
}

/** A person as `personListFields` ask for them. */
export function listedPerson(row: Body, imageUrl: string) {
  return {
    id: idOf('Person', row.id),
    tmdbId: row.id,
    name: row.name,
    originalName: row.original_name ?? row.name,
    gender: genders[row.gender],
    knownForDepartment: departmentOf(row.known_for_department),
    popularity: row.popularity,
    isAdult: row.adult,
    portrait: urlAt(imageUrl, 'w185', row.profile_path),
  };
}

const sizes = {
  POSTER: ['w92', 'w185', 'w500', 'w780', [92, 154, 185, 342, 500, 780]],
  BACKDROP: ['w300', 'w300', 'w780', 'w1280', [300, 780, 1280]],
  LOGO: ['w45', 'w92', 'w185', 'w500', [45, 92, 154, 185, 300, 500]],
  PORTRAIT: ['w45', 'w185', 'w185', 'h632', [45, 185]],
} as const;

/** A picture of a list of pictures, as `imageFields` ask for it. */
export function listedImage(kind: keyof typeof sizes, row: Body, imageUrl: string) {
  const [thumbnail, small, medium, large, widths] = sizes[kind];
  const at = (size: string): string => `${imageUrl}/${size}${row.file_path}`;
  return {
    id: idOf('Image', `${kind}${row.file_path}`),
    kind,
    aspectRatio: row.aspect_ratio,
    width: row.width,
    height: row.height,
    language: row.iso_639_1,
    srcSet: widths.map((width) => `${at(`w${width}`)} ${width}w`).join(', '),
    thumbnail: at(thumbnail),
    small: at(small),
    url: at(medium),
    large: at(large),
    original: at('original'),
  };
}

/** A picture that is known by its path alone. */
export function bareImage(kind: keyof typeof sizes, path: string, imageUrl: string) {
  const aspect_ratio = { POSTER: 0.667, BACKDROP: 1.778, LOGO: null, PORTRAIT: 0.667 }[kind];
  const row = { file_path: path, aspect_ratio, width: null, height: null, iso_639_1: null };
  // An ID of its own: a picture without its measures must not be mixed up with the same one that has them.
  return { ...listedImage(kind, row, imageUrl), id: idOf('Image', `${kind}/bare${path}`) };
}

/** The rows of an array, each person once, in the order of their first row. */
export function groupById(rows: readonly Body[]): Body[][] {
  return [...Map.groupBy(rows, (row: Body) => row.id).values()];
}
