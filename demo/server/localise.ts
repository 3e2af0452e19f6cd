import type { Collection, Film, Person } from '../catalogue/model.js';
import type { Genre } from '../catalogue/reference-record.js';

/** The language of a query's `language` such as `pt-BR`: its first part, lower-case; `en` when there is none. */
export function languageOf(query: Readonly<Record<string, string>>): string {
  return baseLanguage(query['language'] ?? 'en');
}

/** `pt` of `pt-BR`. */
export function baseLanguage(tag: string): string {
  return (tag.split('-')[0] ?? tag).toLowerCase();
}

/** The title in a language; the original one where there is no translation. */
export function titleIn(film: Film, language: string): string {
  if (language === 'en') return film.record.title;
  return (language === 'pt' ? film.record.pt?.title : undefined) ?? film.originalTitle;
}

/** The overview in a language; `` where there is no translation. */
export function overviewIn({ record }: Film, language: string): string {
  if (language === 'en') return record.overview;
  return (language === 'pt' ? record.pt?.overview : undefined) ?? '';
}

/** The tagline in a language; `` where there is no translation. */
export function taglineIn({ record }: Film, language: string): string {
  if (language === 'en') return record.tagline ?? '';
  return (language === 'pt' ? record.pt?.tagline : undefined) ?? '';
}

/** The biography in a language; `` where there is no translation. */
export function biographyIn({ record }: Person, language: string): string {
  if (language === 'en') return record?.biography ?? '';
  return (language === 'pt' ? record?.ptBiography : undefined) ?? '';
}

/** The genre's name: Portuguese for `pt`, English for every other language. */
export function genreNameIn(genre: Genre, language: string): string {
  return language === 'pt' ? genre.pt : genre.name;
}

/** The name of a series, such as `The Godfather Collection` or `The Godfather – Coleção`. */
export function collectionNameIn({ name }: Collection, language: string): string {
  return language === 'pt' ? `${name.replace(/ Collection$/, '')} – Coleção` : name;
}

/** A sentence made from the parts of a series, in English or Portuguese; `` in other languages. */
export function collectionOverviewIn({ films }: Collection, language: string): string {
  const [first, last] = [films[0], films.at(-1)];
  if (first === undefined || last === undefined) return '';
  const span = (film: Film) => `${titleIn(film, language)} (${film.year ?? '?'})`;
  if (language === 'en') {
    if (films.length === 1) return `So far one film of the series is here: ${span(first)}.`;
    return `A series of ${films.length} films, from ${span(first)} to ${span(last)}.`;
  }
  if (language !== 'pt') return '';
  if (films.length === 1) return `Por enquanto, um filme da série está aqui: ${span(first)}.`;
  return `Uma série de ${films.length} filmes, de ${span(first)} a ${span(last)}.`;
}
