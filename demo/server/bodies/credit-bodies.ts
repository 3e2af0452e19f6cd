import { portraitsOf } from '../../catalogue/pictures.js';
import type { CastCredit, CrewCredit, Film, Person } from '../../catalogue/model.js';
import { listMovie, mediaMovie } from './list-movie.js';

/** Who made a film: `cast` by billing, and `crew`. */
export function movieCredits(film: Film) {
  return {
    cast: film.cast.map((credit) => ({
      ...creditedPerson(credit.person),
      cast_id: credit.order + 1,
      character: credit.character,
      credit_id: credit.creditId,
      order: credit.order,
    })),
    crew: film.crew.map((credit) => ({ ...creditedPerson(credit.person), ...crewPart(credit) })),
  };
}

/** What a person made. Adult films are among it, as they are at TMDb. */
export function filmography(person: Person, language: string) {
  return {
    cast: person.cast.map((credit) => ({ ...listMovie(credit.film, language), ...castPart(credit) })),
    crew: person.crew.map((credit) => ({ ...listMovie(credit.film, language), ...crewPart(credit) })),
  };
}

/** The same with `media_type`; nobody here has worked in television. */
export function combinedCredits(person: Person, language: string) {
  return {
    cast: person.cast.map((credit) => ({ ...mediaMovie(credit.film, language), ...castPart(credit) })),
    crew: person.crew.map((credit) => ({ ...mediaMovie(credit.film, language), ...crewPart(credit) })),
  };
}

function creditedPerson(person: Person) {
  return {
    adult: person.isAdult,
    gender: person.record?.gender ?? 0,
    id: person.id,
    known_for_department: person.knownForDepartment,
    name: person.name,
    original_name: person.name,
    popularity: person.popularity,
    profile_path: portraitsOf(person)[0]?.path ?? null,
  };
}

function castPart({ character, creditId, order }: CastCredit) {
  return { character, credit_id: creditId, order };
}

function crewPart({ creditId, department, job }: CrewCredit) {
  return { credit_id: creditId, department, job };
}
