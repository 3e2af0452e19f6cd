import { portraitsOf } from '../../catalogue/pictures.js';
import type { Film, Person } from '../../catalogue/model.js';
import { biographyIn } from '../localise.js';
import { mediaMovie } from './list-movie.js';

/** A person on a page of their own. */
export function personDetails(person: Person, language: string) {
  const { record } = person;
  return {
    adult: person.isAdult,
    also_known_as: record?.alsoKnownAs ?? [],
    biography: biographyIn(person, language),
    birthday: record?.birthday ?? null,
    deathday: record?.deathday ?? null,
    gender: record?.gender ?? 0,
    homepage: record?.homepage ?? null,
    id: person.id,
    imdb_id: person.imdbId,
    known_for_department: person.knownForDepartment,
    name: person.name,
    place_of_birth: record?.placeOfBirth ?? null,
    popularity: person.popularity,
    profile_path: profilePathOf(person),
  };
}

/** A person as an item of a list, with up to three films. */
export function listPerson(person: Person, language: string) {
  return {
    adult: person.isAdult,
    gender: person.record?.gender ?? 0,
    id: person.id,
    known_for: knownFor(person).map((film) => mediaMovie(film, language)),
    known_for_department: person.knownForDepartment,
    name: person.name,
    original_name: person.name,
    popularity: person.popularity,
    profile_path: profilePathOf(person),
  };
}

/** The same for a list that mixes kinds. */
export function mediaPerson(person: Person, language: string) {
  return { ...listPerson(person, language), media_type: 'person' as const };
}

function profilePathOf(person: Person): string | null {
  return portraitsOf(person)[0]?.path ?? null;
}

function knownFor(person: Person): Film[] {
  const films = new Set([...person.cast, ...person.crew].map(({ film }) => film));
  return [...films]
    .filter((film) => !film.isAdult || person.isAdult)
    .toSorted((one, other) => other.popularity - one.popularity)
    .slice(0, 3);
}
