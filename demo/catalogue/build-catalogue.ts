import { FilmBuilder } from './film-builder.js';
import { inventedFilms } from './invented-films.js';
import { bundledRecords, type Records } from './load-records.js';
import type { Catalogue, Company, Film, Person } from './model.js';
import { seededRandom } from './seeded-random.js';

/**
 * The catalogue as it stands on a day: the bundled films and after them the invented ones, numbered by their place
 * and joined to their people, companies, keywords and collections. The same records and day give the same catalogue.
 */
export function buildCatalogue(today: Date, records: Records = bundledRecords): Catalogue {
  const builder = new FilmBuilder(records, today);
  const films = [...records.films, ...inventedFilms(today)].map((record, index) => builder.build(record, index));
  const people = builder.people.all();
  const companies = builder.companies.all();
  const keywords = builder.keywords.all();
  const collections = builder.collections.all();
  people.forEach(settlePerson);
  companies.forEach(settleCompany);
  for (const collection of collections) collection.films = collection.films.toSorted(byRelease);
  return {
    films,
    people,
    companies,
    keywords,
    collections,
    filmById: byId(films),
    personById: byId(people),
    companyById: byId(companies),
    keywordById: byId(keywords),
    collectionById: byId(collections),
    reference: records.reference,
  };
}

/** What is known of a person only once all films are read. */
function settlePerson(person: Person): void {
  const credits = [...person.cast, ...person.crew];
  person.knownForDepartment = person.record?.department ?? mostFrequent(credits.map(departmentOfCredit)) ?? 'Acting';
  person.isAdult = credits.every(({ film }) => film.isAdult);
  const fame = credits.reduce((sum, { film }) => sum + (film.isAdult ? 0 : film.popularity), 0);
  person.popularity = Number((0.3 + fame * (0.05 + 0.2 * seededRandom(`fame ${person.name}`)())).toFixed(4));
}

function settleCompany(company: Company): void {
  company.originCountry = mostFrequent(company.films.flatMap(({ record }) => record.countries.slice(0, 1))) ?? '';
}

function departmentOfCredit(credit: Person['cast'][number] | Person['crew'][number]): string {
  return 'department' in credit ? credit.department : 'Acting';
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}

function byRelease(one: Film, other: Film): number {
  return one.record.released.localeCompare(other.record.released);
}

function byId<T extends { id: number }>(entries: readonly T[]): Map<number, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
