import { calendarDate, webAddress } from '../tmdb/reading/value.js';
import type { WirePerson } from '../tmdb/wire/person.wire.js';

/** What someone's own page tells beyond their summary, as it is cached. */
export interface PersonDetails {
  readonly alsoKnownAs: readonly string[];
  readonly biography: string | null;
  readonly birthday: string | null;
  readonly deathday: string | null;
  readonly placeOfBirth: string | null;
  readonly homepage: string | null;
  readonly imdbId: string | null;
}

export function personDetailsOf(body: WirePerson): PersonDetails {
  return {
    alsoKnownAs: body.also_known_as,
    biography: body.biography,
    birthday: calendarDate(body.birthday),
    deathday: calendarDate(body.deathday),
    placeOfBirth: body.place_of_birth,
    homepage: webAddress(body.homepage),
    imdbId: body.imdb_id,
  };
}
