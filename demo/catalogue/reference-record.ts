/** A genre with its TMDb number and its names in English and Portuguese. */
export interface Genre {
  id: number;
  name: string;
  pt: string;
}

/** A country: ISO 3166-1 code and its names in English, in its own language and in Portuguese. */
export interface Country {
  code: string;
  name: string;
  native: string;
  pt: string;
}

/** A language: ISO 639-1 code and its names in English and in itself. */
export interface Language {
  code: string;
  english: string;
  native: string;
}

/** An invented streaming service and the countries it works in. */
export interface Provider {
  id: number;
  name: string;
  regions: string[];
}

/** One rung of a country's age ratings; a higher `order` is stricter. */
export interface Certification {
  certification: string;
  meaning: string;
  order: number;
}

/** What `data/reference.json` holds. */
export interface ReferenceRecord {
  genres: Genre[];
  countries: Country[];
  languages: Language[];
  providers: Provider[];
  /** By ISO 3166-1 code. */
  certifications: Record<string, Certification[]>;
}
