import { deriveOffers } from './offers.js';
import { deriveRatings } from './ratings.js';
import { deriveReleases } from './releases.js';
import type { InventedFilmRecord } from './invented-film-record.js';
import { departmentOf } from './jobs.js';
import type { Records } from './load-records.js';
import type { Collection, Company, Film, Keyword, Person } from './model.js';
import { filmIdAt, imdbIdOf, NumberedRegistry } from './numbered-registry.js';
import { objectId } from './object-id.js';

/** Turns records into films and gathers the people, companies, keywords and collections that they name. */
export class FilmBuilder {
  readonly people: NumberedRegistry<Person>;
  readonly companies = new NumberedRegistry<Company>((id, name) => ({ id, name, originCountry: '', films: [] }));
  readonly keywords = new NumberedRegistry<Keyword>((id, name) => ({ id, name, films: [] }));
  readonly collections = new NumberedRegistry<Collection>((id, name) => ({ id, name, films: [] }));
  private readonly genreByName;
  private readonly today: string;

  constructor(
    private readonly records: Records,
    today: Date,
  ) {
    const recordByName = new Map(records.people.map((record) => [record.name, record]));
    this.people = new NumberedRegistry((id, name) => newPerson(id, name, recordByName.get(name)));
    this.genreByName = new Map(records.reference.genres.map((genre) => [genre.name, genre]));
    this.today = today.toISOString().slice(0, 10);
  }

  /** `index` is the film's place among all records, from 0; it decides the ids. */
  build(record: InventedFilmRecord, index: number): Film {
    const id = filmIdAt(index);
    const seed = `${record.title} ${record.released.slice(0, 4)}`.trim();
    const year = record.released === '' ? null : Number(record.released.slice(0, 4));
    const isOut = year !== null && record.released <= this.today;
    const ratings = deriveRatings(seed, year, isOut);
    const film: Film = {
      id,
      record,
      seed,
      imdbId: imdbIdOf('tt', id),
      originalTitle: record.originalTitle ?? record.title,
      year,
      status: record.status ?? (isOut ? 'Released' : 'In Production'),
      isAdult: record.isAdult ?? false,
      isSoftcore: record.isSoftcore ?? false,
      isVideo: record.isVideo ?? false,
      ...ratings,
      popularity: record.popularity ?? ratings.popularity,
      genres: record.genres.flatMap((name) => this.genreByName.get(name) ?? []),
      companies: unique(record.companies).map((name) => this.companies.get(name)),
      keywords: unique(record.keywords).map((name) => this.keywords.get(name)),
      collection: record.collection === undefined ? null : this.collections.get(record.collection),
      cast: [],
      crew: [],
      releases: deriveReleases(record, seed, this.records.reference.certifications),
      offers: isOut ? deriveOffers(seed, this.records.reference.providers) : [],
    };
    this.addCredits(film);
    for (const owner of [...film.companies, ...film.keywords]) owner.films.push(film);
    film.collection?.films.push(film);
    return film;
  }

  private addCredits(film: Film): void {
    const { directors, writers, crew = [], cast } = film.record;
    const jobs: [string, string][] = [
      ...directors.map((name): [string, string] => [name, 'Director']),
      ...writers.map((name): [string, string] => [name, 'Screenplay']),
      ...crew,
    ];
    film.crew = jobs.map(([name, job], index) => {
      const creditId = objectId('crew', film.id, index);
      const credit = { creditId, film, person: this.people.get(name), department: departmentOf(job), job };
      credit.person.crew.push(credit);
      return credit;
    });
    film.cast = cast.map(([name, character], order) => {
      const credit = {
        creditId: objectId('cast', film.id, order),
        film,
        person: this.people.get(name),
        character,
        order,
      };
      credit.person.cast.push(credit);
      return credit;
    });
  }
}

function newPerson(id: number, name: string, record: Person['record']): Person {
  return {
    id,
    name,
    imdbId: imdbIdOf('nm', id),
    record,
    knownForDepartment: '',
    popularity: 0,
    isAdult: false,
    cast: [],
    crew: [],
  };
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
