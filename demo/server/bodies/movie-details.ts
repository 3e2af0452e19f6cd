import { logosOfCompany, picturesOfCollection } from '../../catalogue/pictures.js';
import type { Catalogue, Collection, Company, Film } from '../../catalogue/model.js';
import { collectionNameIn, genreNameIn, taglineIn } from '../localise.js';
import { listMovie } from './list-movie.js';

/** A film on a page of its own: a list item without `genre_ids` and with all that lists leave out. */
export function movieDetails(film: Film, language: string, { reference }: Catalogue) {
  const { genre_ids: _, ...shared } = listMovie(film, language);
  const { record } = film;
  const spoken = reference.languages.find(({ code }) => code === record.language);
  return {
    ...shared,
    belongs_to_collection: film.collection === null ? null : collectionReference(film.collection, language),
    budget: record.budget ?? 0,
    genres: film.genres.map((genre) => ({ id: genre.id, name: genreNameIn(genre, language) })),
    homepage: '',
    imdb_id: film.releases.length === 0 ? null : film.imdbId,
    origin_country: record.countries,
    production_companies: film.companies.map(companyReference),
    production_countries: record.countries.map((code) => ({
      iso_3166_1: code,
      name: reference.countries.find((country) => country.code === code)?.name ?? code,
    })),
    revenue: record.revenue ?? 0,
    runtime: record.runtimeMinutes,
    spoken_languages: [{ english_name: spoken?.english ?? '', iso_639_1: record.language, name: spoken?.native ?? '' }],
    status: film.status,
    tagline: taglineIn(film, language),
  };
}

/** A company as films name it. */
export function companyReference(company: Company) {
  return {
    id: company.id,
    logo_path: logosOfCompany(company)[0]?.path ?? null,
    name: company.name,
    origin_country: company.originCountry,
  };
}

function collectionReference(collection: Collection, language: string) {
  const { poster, backdrop } = picturesOfCollection(collection);
  return {
    id: collection.id,
    name: collectionNameIn(collection, language),
    poster_path: poster.path,
    backdrop_path: backdrop.path,
  };
}
