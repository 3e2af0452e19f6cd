import type { Film } from '../../catalogue/model.js';

/** When and how a film came out, by country. Times of day are always midnight. */
export function movieReleaseDates({ releases }: Film) {
  const countries = [...new Set(releases.map(({ country }) => country))].toSorted();
  return {
    results: countries.map((country) => ({
      iso_3166_1: country,
      release_dates: releases
        .filter((release) => release.country === country)
        .map(({ certification, note, date, type }) => ({
          certification,
          descriptors: [],
          iso_639_1: '',
          note,
          release_date: `${date}T00:00:00.000Z`,
          type,
        })),
    })),
  };
}

/** The titles under which a film is also known: the original one and the Brazilian one, where they differ. */
export function movieAlternativeTitles(film: Film, country: string | undefined) {
  const titles = [];
  if (film.originalTitle !== film.record.title) {
    titles.push({ iso_3166_1: film.record.countries[0] ?? '', title: film.originalTitle, type: '' });
  }
  if (film.record.pt && film.record.pt.title !== film.record.title) {
    titles.push({ iso_3166_1: 'BR', title: film.record.pt.title, type: '' });
  }
  return { titles: titles.filter(({ iso_3166_1 }) => country === undefined || iso_3166_1 === country) };
}
