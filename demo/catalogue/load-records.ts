import films1 from './data/films-1.json' with { type: 'json' };
import films2 from './data/films-2.json' with { type: 'json' };
import films3 from './data/films-3.json' with { type: 'json' };
import films4 from './data/films-4.json' with { type: 'json' };
import people from './data/people.json' with { type: 'json' };
import reference from './data/reference.json' with { type: 'json' };
import type { FilmRecord } from './film-record.js';
import type { PersonRecord } from './person-record.js';
import type { ReferenceRecord } from './reference-record.js';

/** The bundled records as they are written, films in the order that gives them their numbers. */
export interface Records {
  films: readonly FilmRecord[];
  people: readonly PersonRecord[];
  reference: ReferenceRecord;
}

// TypeScript reads a pair in JSON as a list of any length, so that the tuples of a record need the word of this file.
const films = [films1, films2, films3, films4].flat() as unknown as FilmRecord[];

export const bundledRecords: Records = { films, people, reference };
