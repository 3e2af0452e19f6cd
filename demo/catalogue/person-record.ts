/** A person as written in `data/people.json`. Only the name is certain; biographies are our own words. */
export interface PersonRecord {
  /** Spelt as in the films' credits, such as `Toshirō Mifune`. */
  name: string;
  /** 0 not set, 1 female, 2 male, 3 non-binary. */
  gender: number;
  /** `YYYY-MM-DD`. */
  birthday?: string;
  deathday?: string;
  placeOfBirth?: string;
  /** What the person is best known for, such as `Directing`. */
  department?: string;
  biography?: string;
  /** The same in Brazilian Portuguese. */
  ptBiography?: string;
  alsoKnownAs?: string[];
  homepage?: string;
}
