import type { Offer } from './offers.js';
import type { Ratings } from './ratings.js';
import type { Release } from './releases.js';
import type { InventedFilmRecord } from './invented-film-record.js';
import type { PersonRecord } from './person-record.js';
import type { Genre, ReferenceRecord } from './reference-record.js';

/** A film with everything that is derived from its record. Texts stay in `record`. */
export interface Film extends Ratings {
  id: number;
  record: InventedFilmRecord;
  /** What the film's inventions are drawn from. */
  seed: string;
  imdbId: string;
  originalTitle: string;
  /** Of its first release; null without a date. */
  year: number | null;
  status: string;
  isAdult: boolean;
  isSoftcore: boolean;
  isVideo: boolean;
  genres: Genre[];
  companies: Company[];
  keywords: Keyword[];
  collection: Collection | null;
  cast: CastCredit[];
  crew: CrewCredit[];
  releases: Release[];
  offers: Offer[];
}

/** A part that a person plays. */
export interface CastCredit {
  creditId: string;
  film: Film;
  person: Person;
  character: string;
  /** Place in the billing, from 0. */
  order: number;
}

/** A job that a person does behind the camera. */
export interface CrewCredit {
  creditId: string;
  film: Film;
  person: Person;
  department: string;
  job: string;
}

/** Somebody who is credited in at least one film. */
export interface Person {
  id: number;
  name: string;
  imdbId: string;
  record: PersonRecord | undefined;
  knownForDepartment: string;
  popularity: number;
  isAdult: boolean;
  cast: CastCredit[];
  crew: CrewCredit[];
}

/** A production company. `originCountry` is that of most of its films, `` when they name none. */
export interface Company {
  id: number;
  name: string;
  originCountry: string;
  films: Film[];
}

/** A keyword and its films. */
export interface Keyword {
  id: number;
  name: string;
  films: Film[];
}

/** A series; `films` in the order of release. */
export interface Collection {
  id: number;
  name: string;
  films: Film[];
}

/** All there is, in the order of the data files, with a look-up by id for each kind. */
export interface Catalogue {
  films: readonly Film[];
  people: readonly Person[];
  companies: readonly Company[];
  keywords: readonly Keyword[];
  collections: readonly Collection[];
  filmById: ReadonlyMap<number, Film>;
  personById: ReadonlyMap<number, Person>;
  companyById: ReadonlyMap<number, Company>;
  keywordById: ReadonlyMap<number, Keyword>;
  collectionById: ReadonlyMap<number, Collection>;
  reference: ReferenceRecord;
}
